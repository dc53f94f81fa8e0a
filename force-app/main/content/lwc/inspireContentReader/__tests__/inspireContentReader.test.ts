import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import ContentReader, { openReader } from 'c/inspireContentReader';
import { aFailure } from 'support/answers';
import { reading } from 'support/gateway';
import Modal from 'support/modal';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';

const writeText = jest.fn<(text: string) => Promise<void>>();
const content = { author: 'Ute Klein', html: '<p>Hi <u>[you]</u></p>', text: 'Hi [[you]]', blanks: ['you'] };

Object.defineProperty(navigator, 'clipboard', { value: { writeText } });

const show = async (props: object = { canUse: true }) => {
  const reader = place('c-inspire-content-reader', ContentReader, {
    recordId: '006A',
    itemId: 'one',
    ...props,
  });
  await settled();
  return reader;
};

const buttons = (reader: Element) => parts(reader, 'lightning-button').map(({ label }) => label);

const press = async (reader: Element, label: string) => {
  parts(reader, 'lightning-button')
    .find((button) => button.label === label)
    ?.click();
  await settled();
};

describe('the reader', () => {
  beforeEach(() => {
    reading.mockResolvedValue(JSON.stringify(content));
  });
  afterEach(() => {
    writeText.mockReset();
  });

  it('shows the text, its author and the blanks to fill in', async () => {
    const reader = await show();
    expect(part(reader, 'lightning-formatted-rich-text').value).toBe(content.html);
    expect(textOf(reader)).toContain('By Ute Klein');
    expect(textOf(reader)).toContain('Fill in before it goes out: you');
    expect(reading).toHaveBeenCalledWith({
      operation: 'content',
      recordId: '006A',
      input: '{"itemId":"one"}',
    });
  });

  it('shows the stencil until the text is there', () => {
    const reader = place('c-inspire-content-reader', ContentReader, { recordId: '006A', itemId: 'one' });
    expect(parts(reader, 'c-inspire-loading')).toHaveLength(1);
  });

  it('says what went wrong and tries again', async () => {
    reading.mockRejectedValueOnce(aFailure('itemUnknown'));
    const reader = await show();
    const panel = part(reader, 'c-inspire-problem-panel');
    expect(panel.problem).toMatchObject({ code: 'itemUnknown', requestId: 'r-42' });
    expect(buttons(reader)).toEqual(['Close']);
    tell(panel, 'again');
    await settled();
    expect(parts(reader, 'lightning-formatted-rich-text')).toHaveLength(1);
  });

  it('copies the text, and says when the browser does not allow it', async () => {
    const reader = await show();
    writeText.mockResolvedValueOnce();
    await press(reader, 'Copy text');
    expect(part(reader, '[role="status"]').textContent).toBe('Copied');
    writeText.mockRejectedValueOnce(new Error('NotAllowedError'));
    await press(reader, 'Copy text');
    expect(part(reader, '[role="status"]').textContent).toContain('did not allow');
  });

  it('says that it was used only where a use can be recorded', async () => {
    expect(buttons(await show({ canUse: false }))).toEqual(['Close', 'Copy text']);
    const reader = await show();
    const outcomes = heard(reader, 'closed');
    await press(reader, 'I used this');
    await press(reader, 'Close');
    expect(outcomes).toEqual([true, null]);
  });

  it.each([
    ['internal', 'By Ute Klein · Internal: not to be shared'],
    ['sample', 'By Ute Klein · Sample, do not send'],
  ])('has no copy of what must not leave the house: %s', async (notShareable, said) => {
    reading.mockResolvedValue(JSON.stringify({ ...content, notShareable }));
    const reader = await show();
    expect(buttons(reader)).toEqual(['Close', 'I used this']);
    expect(textOf(reader)).toContain(said);
  });

  it('has a copy of a template, to fill in its blanks', async () => {
    reading.mockResolvedValue(JSON.stringify({ ...content, notShareable: 'openBlanks' }));
    expect(buttons(await show())).toContain('Copy text');
  });

  it('is opened on an item under its title', async () => {
    await openReader('006A', { itemId: 'one', title: 'Executive summary' });
    expect(Modal.open).toHaveBeenCalledWith(
      expect.objectContaining({ label: 'Executive summary', itemId: 'one', canUse: false }),
    );
  });

  it('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
