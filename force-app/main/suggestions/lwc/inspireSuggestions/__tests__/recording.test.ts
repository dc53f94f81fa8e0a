import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wanted, type Want } from 'c/inspireGateway';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { aFailure } from 'support/answers';
import { answer, keys, refreshLater, refreshed, sent, writing } from 'support/gateway';
import { part, parts, settled, tell, textOf } from 'support/page';
import { announced, inside, listOf, opened, recordId, shownIds } from './panel';

const want = async (panel: Element, operation: Want['operation'], input: Want['input']) => {
  inside(panel).dispatchEvent(wanted(operation, input));
  await settled();
};

const done = (panel: Element) => parts(panel, '[data-part="done"]')[0];

const dismissal = { itemId: 'one', kind: 'dismissed', reason: 'wrongMoment', showAgainOn: '' };

beforeEach(() => {
  writing.mockResolvedValue('{"reactionId":"r9","until":"2099-12-12"}');
});

describe('what a rep does', () => {
  it('is sent with the record and a key, and the list is asked for again', async () => {
    const panel = await opened();
    await want(panel, 'react', { itemId: 'one', kind: 'used' });
    expect(writing).toHaveBeenCalledWith(expect.objectContaining({ operation: 'react', recordId }));
    expect(sent()[0]).toEqual({ idempotencyKey: expect.any(String), itemId: 'one', kind: 'used' });
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('asks once more where the list was already being asked for', async () => {
    const panel = await opened();
    const arrive = refreshLater();
    part(panel, 'lightning-button-icon').click();
    await want(panel, 'react', { itemId: 'one', kind: 'used' });
    expect(refreshed).toHaveBeenCalledTimes(1);
    await arrive();
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('moves the list at once, even under the cursor', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await want(panel, 'react', dismissal);
    await answer(listOf('two'));
    expect(shownIds(panel)).toEqual(['two']);
  });

  it('is said back, with the day it comes back, and can be undone', async () => {
    const panel = await opened();
    await want(panel, 'react', dismissal);
    expect(done(panel)?.textContent).toBe('Gone until Dec 12, 2099.');
    done(panel)?.querySelector<HTMLElement>('lightning-button')?.click();
    await settled();
    expect(sent()[1]).toMatchObject({ reactionId: 'r9' });
    expect(done(panel)?.textContent).toBe('Back on the list.');
    expect(done(panel)?.querySelector('lightning-button')).toBeNull();
  });

  it('has the focus on what is said back, for nothing else is left to be on', async () => {
    const panel = await opened();
    await want(panel, 'react', dismissal);
    expect(panel.shadowRoot?.activeElement).toBe(done(panel));
  });

  it('can not be undone once it has left the house', async () => {
    const panel = await opened();
    await want(panel, 'react', { itemId: 'one', kind: 'shared' });
    expect(done(panel)?.textContent).toBe('Noted.');
    expect(done(panel)?.querySelector('lightning-button')).toBeNull();
  });

  it('says that a share is not among the activities of a rep who may not create tasks', async () => {
    const panel = await opened();
    writing.mockResolvedValueOnce(JSON.stringify({ reactionId: 'r1', kind: 'shared', task: false }));
    await want(panel, 'react', { itemId: 'one', kind: 'shared' });
    expect(done(panel)?.textContent).toBe(
      'Noted in Be Inspired. The activities do not show it, because you may not create tasks.',
    );
  });

  it.each<[Want['operation'], Want['input'], number]>([
    ['react', { kind: 'used' }, 0],
    ['react', { kind: 'shared' }, 1],
    ['fillFact', { dimension: 'challenge' }, 1],
    ['recordChangeDecision', { words: 'x' }, 1],
    ['undoReaction', { reactionId: 'r' }, 0],
  ])('tells the rest of the page of a changed record: %s %j', async (operation, input, times) => {
    const panel = await opened();
    const heard = jest.fn();
    panel.addEventListener('lightning__refresh', heard);
    await want(panel, operation, input);
    expect(heard).toHaveBeenCalledTimes(times);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(times);
  });

  it('happens once when it is clicked twice', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(wanted('react', dismissal));
    await want(panel, 'react', dismissal);
    expect(writing).toHaveBeenCalledTimes(1);
  });

  it('can be done again later, as another intention', async () => {
    const panel = await opened();
    await want(panel, 'react', dismissal);
    await want(panel, 'react', dismissal);
    expect(new Set(keys()).size).toBe(2);
  });
});

describe('what fails', () => {
  const failed = (panel: Element) => part(panel, '[data-part="failed"]');

  it('says why, keeps the list, and tries the same intention again', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await opened();
    await want(panel, 'react', dismissal);
    expect(failed(panel).problem).toMatchObject({ requestId: 'r-42' });
    expect(shownIds(panel)).toEqual(['one', 'two']);
    expect(done(panel)).toBeUndefined();
    tell(failed(panel), 'again');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()).toHaveLength(2);
  });

  it('can be let go', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await opened();
    await want(panel, 'react', dismissal);
    tell(failed(panel), 'close');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
  });

  it('is shown for what the list could not do, with its own way to try again', async () => {
    const panel = await opened();
    const retry = jest.fn(() => Promise.resolve());
    tell(part(panel, 'c-inspire-suggestion-list'), 'fault', { failure: aFailure(), retry });
    await settled();
    tell(failed(panel), 'again');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    writing.mockRejectedValueOnce(aFailure());
    const panel = await opened();
    await want(panel, 'react', dismissal);
    await expect(panel).toBeAccessible();
  });
});

describe('what the list tells', () => {
  it('is read out', async () => {
    const panel = await opened();
    tell(part(panel, 'c-inspire-suggestion-list'), 'say', 'Did you send it?');
    await settled();
    expect(announced(panel)).toBe('Did you send it?');
    expect(textOf(panel)).toContain('Did you send it?');
  });
});
