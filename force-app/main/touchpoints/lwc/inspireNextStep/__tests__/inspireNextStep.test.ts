import { describe, expect, it } from '@jest/globals';
import NextStep from 'c/inspireNextStep';
import { focused } from 'support/focus';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';
import { aTouchpoint, today } from '../../inspireTouchpointAnswer/__tests__/answers';

const show = async (touchpoint = aTouchpoint(), props: object = {}) => {
  const tile = place('c-inspire-next-step', NextStep, {
    ...{ touchpoint, today, recordId: 'r', mayAct: true },
    ...props,
  });
  await settled();
  return tile;
};

const button = (tile: Element, act: string) => part(tile, `[data-act="${act}"]`);
const form = (tile: Element) => parts(tile, 'c-inspire-act-form')[0];

describe('the next step', () => {
  it('says what, when, with whom, what for, two things to say and one not to', async () => {
    const tile = await show();
    expect(part(tile, 'h3').textContent).toBe('Call Helena about the business case');
    expect(part(tile, '[data-part="meta"]').textContent).toBe('Today · Helena Brandt');
    expect(part(tile, '[data-part="objective"]').textContent).toBe('Know what standing still costs them');
    expect(parts(tile, 'li').map(({ textContent }) => textContent)).toEqual([
      'Ask for the monthly cost',
      'Offer the worksheet',
      "Don't say: the price",
    ]);
    expect(part(tile, 'lightning-icon').alternativeText).toBe('Call');
    await expect(tile).toBeAccessible();
  });

  it('says calmly that it is over its day', async () => {
    const tile = await show(aTouchpoint({ dueOn: '2020-11-11', isOverdue: true }));
    expect(part(tile, '[data-part="meta"]').textContent).toContain('Was due yesterday');
    expect(parts(tile, '.slds-text-color_error')).toHaveLength(0);
  });

  it.each([
    [{ ownerId: 'u', name: 'Ute Klein', isViewer: false }, 'for Ute Klein'],
    [{ ownerId: 'u', isViewer: false }, 'for a colleague'],
  ])('says for whom it is when it is not for the viewer', async (owner, text) => {
    const tile = await show(aTouchpoint({ owner, contact: undefined }));
    expect(part(tile, '[data-part="meta"]').textContent).toBe(`Today · ${text}`);
  });

  it('says why it is held and what its day is at odds with', async () => {
    const tile = await show(
      aTouchpoint({
        reason: { code: 'noAddress', values: [] },
        conflicts: [{ code: 'closedDay', values: ['2020-11-14'] }],
        isPinned: true,
      }),
    );
    expect(parts(tile, '[data-part="remark"]').map(({ textContent }) => textContent)).toEqual([
      'Held: the contact has no address for it. Fill in email or phone.',
      'Nov 14 is not a working day.',
    ]);
    expect(part(tile, 'lightning-badge').label).toBe('Pinned');
  });

  it('has its first content one click away and the rest in the menu', async () => {
    const tile = await show();
    const reads = heard(tile, 'read');
    part(tile, '[data-part="content"]').click();
    tell(button(tile, 'menu'), 'select', { value: 'worksheet' });
    expect(reads).toMatchObject([{ itemId: 'business-case' }, { itemId: 'worksheet' }]);
    expect(parts(await show(aTouchpoint({ content: [] })), '[data-part="content"]')).toHaveLength(0);
  });
});

describe('what can be done with it', () => {
  it('is done in one click', async () => {
    const tile = await show();
    const wants = heard(tile, 'want');
    expect(button(tile, 'done')).toMatchObject({ label: 'Done', variant: 'brand' });
    button(tile, 'done').click();
    const input = { kind: 'done', touchpointId: 't1' };
    expect(wants).toEqual([{ operation: 'actOnTouchpoint', input }]);
  });

  it('is not done by the second half of a double click', async () => {
    const tile = await show();
    const wants = heard(tile, 'want');
    button(tile, 'done').dispatchEvent(new MouseEvent('click', { detail: 1 }));
    button(tile, 'done').dispatchEvent(new MouseEvent('click', { detail: 2 }));
    expect(wants).toHaveLength(1);
  });

  it.each([
    ['skip', 'Skip'],
    ['move', 'Move'],
  ])('asks before it is to %s, and goes back to the button', async (act, label) => {
    const tile = await show();
    expect(button(tile, act).label).toBe(label);
    button(tile, act).click();
    await settled();
    expect(form(tile)?.form).toMatchObject({ act: label });
    tell(part(tile, 'c-inspire-act-form'), 'cancel');
    await settled();
    expect(form(tile)).toBeUndefined();
    expect(focused()).toBe(button(tile, act));
  });

  it('asks why its cadence pauses', async () => {
    const tile = await show();
    tell(button(tile, 'menu'), 'select', { value: 'pause' });
    await settled();
    expect(form(tile)?.form).toMatchObject({ act: 'Pause the cadence' });
  });

  it('closes the form once it is under way', async () => {
    const tile = await show();
    button(tile, 'skip').click();
    await settled();
    part(tile, 'c-inspire-act-form').dispatchEvent(new CustomEvent('want', { bubbles: true }));
    await settled();
    expect(form(tile)).toBeUndefined();
  });

  it('is nothing for who may not change the record', async () => {
    const tile = await show(aTouchpoint(), { mayAct: false });
    expect(parts(tile, 'lightning-button')).toHaveLength(0);
    expect(parts(tile, 'lightning-button-menu')).toHaveLength(0);
    expect(textOf(tile)).toContain('Business case');
  });

  it('leads back to the next step from one that the rep chose', async () => {
    const tile = await show(aTouchpoint(), { isChosen: true });
    const left = heard(tile, 'back');
    tell(button(tile, 'menu'), 'select', { value: 'back' });
    expect(left).toHaveLength(1);
  });
});
