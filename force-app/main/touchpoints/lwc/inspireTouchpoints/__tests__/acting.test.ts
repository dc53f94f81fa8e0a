import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { acts } from 'c/inspireTouchpointCalls';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { aFailure } from 'support/answers';
import { answer, input, keys, refreshLater, refreshPage, refreshed, sent, writing } from 'support/gateway';
import { part, parts, settled, tell } from 'support/page';
import { aTouchpoint, anAnswer, anEnrollment } from '../../inspireTouchpointAnswer/__tests__/answers';
import { afterDone, answered, done, entriesIn, inside, nextName, open, said, want } from './panel';

beforeEach(() => {
  writing.mockReset();
  writing.mockResolvedValue(JSON.stringify(afterDone()));
});

describe('what a rep does', () => {
  it('is sent with the record and a key, and the next step is there at once, without another question', async () => {
    const panel = await answered();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await want(panel, done);
    expect(writing).toHaveBeenCalledWith(
      expect.objectContaining({ operation: 'actOnTouchpoint', recordId: panel.recordId }),
    );
    expect(sent()[0]).toEqual({ idempotencyKey: expect.any(String), kind: 'done', touchpointId: 't1' });
    expect(nextName(panel)).toBe('Send the summary');
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('is told to the rest of the page, to which the panel itself does not listen', async () => {
    const panel = await answered();
    const heard = jest.fn(() => void refreshPage());
    panel.addEventListener('lightning__refresh', heard);
    await want(panel, done);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: panel.recordId }]);
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('is said back with the focus on it, and can be undone', async () => {
    const panel = await answered();
    await want(panel, done);
    expect(said(panel)?.textContent).toBe('Done: Call Helena about the business case');
    expect(panel.shadowRoot?.activeElement).toBe(said(panel));
    await expect(panel).toBeAccessible();
    writing.mockResolvedValue(JSON.stringify(anAnswer()));
    said(panel)?.querySelector<HTMLElement>('lightning-button')?.click();
    await settled();
    expect(sent()[1]).toMatchObject({ kind: 'reopen', touchpointId: 't1' });
    expect(said(panel)?.textContent).toBe('To do: Call Helena about the business case');
    expect(said(panel)?.querySelector('lightning-button')).toBeNull();
  });

  it.each([
    [acts({ kind: 'skip', touchpointId: 't1' }), 'Skipped: Call Helena about the business case', true],
    [
      acts({ kind: 'move', touchpointId: 't2', to: '2020-11-16' }),
      'Moved: Send the summary, now Monday',
      false,
    ],
    [acts({ kind: 'unpin', touchpointId: 't2' }), 'Planned: Send the summary', false],
    [acts({ kind: 'pause', enrollmentId: 'e1' }), 'Paused: Sales process', false],
    [acts({ kind: 'resume', enrollmentId: 'e1' }), 'Running: Sales process', false],
    [acts({ kind: 'keep', enrollmentId: 'e1' }), 'Running: Sales process', false],
    [acts({ kind: 'stop', enrollmentId: 'e1' }), 'Stopped: Sales process', false],
    [acts({ kind: 'sayOutcome', touchpointId: 't1', outcome: 'positive' }), 'Noted.', false],
    [
      { operation: 'enroll' as const, input: { cadenceId: 'sales-process' } },
      'Running: Sales process',
      false,
    ],
  ])('has its own words: %j', async (wanted, text, canUndo) => {
    const panel = await answered();
    await want(panel, wanted);
    expect(said(panel)?.textContent).toBe(text);
    expect(Boolean(said(panel)?.querySelector('lightning-button'))).toBe(canUndo);
  });

  it('is done once, however often it is clicked while it is under way', async () => {
    const panel = await answered();
    await Promise.all([
      want(panel, done),
      want(panel, done),
      want(panel, acts({ ...done.input, kind: 'skip' })),
    ]);
    expect(writing).toHaveBeenCalledTimes(1);
    await want(panel, done);
    expect(new Set(keys()).size).toBe(2);
  });

  it('goes one after the other, so that the last answer is the last word', async () => {
    const panel = await answered();
    let finish: (text: string) => void = () => undefined;
    writing.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await want(panel, done);
    await want(panel, acts({ kind: 'skip', touchpointId: 't2' }));
    expect(writing).toHaveBeenCalledTimes(1);
    finish(JSON.stringify(afterDone()));
    await settled();
    expect(writing).toHaveBeenCalledTimes(2);
  });

  it('comes after an answer that was asked for before, so that it is the last word', async () => {
    const panel = await answered();
    const arrive = refreshLater();
    tell(part(panel, 'c-inspire-section'), 'again');
    await want(panel, done);
    expect(nextName(panel)).toBe('Call Helena about the business case');
    await answer(anAnswer());
    await arrive();
    expect(nextName(panel)).toBe('Send the summary');
  });

  it('makes an earlier answer old for the panel that is opened next', async () => {
    const panel = await answered();
    const before = input();
    await want(panel, done);
    expect(input()).toBe(before);
    const { recordId } = panel;
    panel.remove();
    await open({ recordId });
    expect(input()).toMatch(/-1"\}$/);
  });
});

describe('how it went', () => {
  const question = (panel: Element) => entriesIn(panel, '[data-part="questions"]')[0];

  it('is asked after a call, when it is already done', async () => {
    const panel = await answered();
    expect(question(panel)).toBeUndefined();
    await want(panel, done);
    expect(question(panel)?.title).toBe('How did “Call Helena about the business case” go?');
    expect(question(panel)?.actions.map(({ label, want: wanted }) => [label, wanted?.input.outcome])).toEqual(
      [
        ['Went well', 'positive'],
        ['Did not', 'negative'],
        ['Neutral', 'neutral'],
      ],
    );
    await expect(panel).toBeAccessible();
  });

  it('is not asked after a mail, unless a later step depends on it', async () => {
    const mail = { touchpointId: 't1', channel: 'email', state: 'done' } as const;
    writing.mockResolvedValueOnce(JSON.stringify(anAnswer({ touchpoints: [aTouchpoint(mail)] })));
    const panel = await answered();
    await want(panel, done);
    expect(question(panel)).toBeUndefined();
    const asking = [aTouchpoint({ ...mail, asksOutcome: true })];
    await answer(anAnswer({ touchpoints: asking, enrollments: [anEnrollment()] }));
    expect(question(panel)?.title).toContain('How did');
  });

  it('is not asked any more once it was said', async () => {
    const panel = await answered();
    await want(panel, done);
    writing.mockResolvedValue(
      JSON.stringify(afterDone({ touchpoints: [aTouchpoint({ state: 'done', outcome: 'positive' })] })),
    );
    await want(panel, acts({ kind: 'sayOutcome', touchpointId: 't1', outcome: 'positive' }));
    expect(question(panel)).toBeUndefined();
  });
});

describe('what fails', () => {
  const failed = (panel: Element) => part(panel, '[data-part="failed"]');

  it('says why, keeps the step, and tries the same intention again', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await answered();
    await want(panel, done);
    expect(failed(panel).problem).toMatchObject({ requestId: 'r-42' });
    expect(nextName(panel)).toBe('Call Helena about the business case');
    expect(said(panel)).toBeUndefined();
    tell(failed(panel), 'again');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
    expect(keys()).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
    expect(nextName(panel)).toBe('Send the summary');
  });

  it('is not done a second time while it is tried again', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await answered();
    await want(panel, done);
    writing.mockReturnValueOnce(new Promise(() => undefined));
    tell(failed(panel), 'again');
    await settled();
    await want(panel, done);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()).toHaveLength(2);
  });

  it('does not stand in the way of what is done next, even where the page can not be told', async () => {
    jest.mocked(notifyRecordUpdateAvailable).mockReturnValueOnce(new Promise(() => undefined));
    const panel = await answered();
    await want(panel, done);
    await want(panel, acts({ kind: 'skip', touchpointId: 't2' }));
    expect(writing).toHaveBeenCalledTimes(2);
  });

  it('can be let go', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await answered();
    await want(panel, done);
    tell(failed(panel), 'close');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
  });

  it('is an answer that can not be read, too', async () => {
    writing.mockResolvedValueOnce('{}');
    const panel = await answered();
    await want(panel, done);
    expect(failed(panel).problem).toMatchObject({ message: 'The answer could not be read.' });
  });
});
