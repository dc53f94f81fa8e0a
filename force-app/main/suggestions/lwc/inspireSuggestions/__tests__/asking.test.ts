import { describe, expect, it, jest } from '@jest/globals';
import { unregisterRefreshHandler } from 'lightning/refresh';
import { aBlankFact, aFailure, anAnswer, suggestions } from 'support/answers';
import { answer, fail, input, refreshPage, refreshed, wire } from 'support/gateway';
import { part, parts, settled, tell } from 'support/page';
import { listOf, open, placed, record, recordId, recordWith, shownIds } from './panel';

describe('what the panel asks', () => {
  it('is one question, for the record as it is', async () => {
    await open();
    expect(wire.getLastConfig()).toMatchObject({ operation: 'suggestions', recordId });
    expect(input()).toMatch(/^\{"limit":6,"fingerprint":"[0-9a-z]{1,7}"\}$/);
  });

  it('says nothing about the record’s values', async () => {
    await open();
    expect(input()).not.toContain('Negotiation');
  });

  it('changes only when a watched field does', async () => {
    await open();
    const before = input();
    record.emit(recordWith('Negotiation'));
    await settled();
    expect(input()).toBe(before);
    record.emit(recordWith('Closed Won'));
    await settled();
    expect(input()).not.toBe(before);
  });

  it('is asked even where the record can not be watched', async () => {
    placed();
    await settled();
    expect(input()).toBeUndefined();
    record.error();
    await settled();
    expect(input()).toBe('{"limit":6,"fingerprint":"unread"}');
  });

  it('stays the same where the record can be watched no longer', async () => {
    await open();
    const before = input();
    record.error();
    await settled();
    expect(input()).toBe(before);
  });

  it('is for more once all are shown', async () => {
    const panel = await open();
    await answer(listOf('a', 'b', 'c', 'd', 'e', 'f'));
    const shown = part(panel, 'c-inspire-suggestion-list');
    expect(shown).toMatchObject({ mayHaveMore: true, visible: 3 });
    tell(shown, 'more');
    await settled();
    expect(shown.visible).toBe(6);
    expect(input()).toContain('"limit":6');
    tell(shown, 'more');
    await settled();
    expect(input()).toContain('"limit":24');
    await answer(listOf('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    expect(part(panel, 'c-inspire-suggestion-list').mayHaveMore).toBe(false);
  });
});

describe('exactly four states', () => {
  it('shows the stencil until there is an answer', async () => {
    const panel = await open();
    expect(parts(panel, 'c-inspire-loading')).toHaveLength(1);
    await expect(panel).toBeAccessible();
  });

  it('shows the list', async () => {
    const panel = await open();
    await answer(listOf('one', 'two'));
    expect(shownIds(panel)).toEqual(['one', 'two']);
    expect(parts(panel, 'c-inspire-loading')).toHaveLength(0);
    await expect(panel).toBeAccessible();
  });

  it('asks what would make something fit when nothing does', async () => {
    const panel = await open();
    await answer(anAnswer({ suggestions: [] }));
    expect(part(panel, 'p').textContent).toBe('Nothing fits yet.');
    expect(part(panel, 'c-inspire-fact-question').fact).toEqual(aBlankFact());
    await expect(panel).toBeAccessible();
  });

  it('says that everything has stepped aside', async () => {
    const panel = await open();
    const setAside = [{ itemId: 'a', title: 'A', kind: 'used' as const, reactionId: 'r' }];
    await answer(anAnswer({ suggestions: [], setAside, facts: [] }));
    expect(part(panel, 'p').textContent).toBe('Nothing new: what fits has stepped aside.');
    expect(parts(panel, 'c-inspire-fact-question')).toHaveLength(0);
  });

  it('shows the problem with its remedy, and asks again', async () => {
    const panel = await open();
    await fail();
    const problem = part(panel, 'c-inspire-problem-panel');
    expect(problem.problem).toMatchObject({ remedy: 'Try again in a minute.', requestId: 'r-42' });
    expect(parts(panel, 'c-inspire-loading')).toHaveLength(0);
    await expect(panel).toBeAccessible();
    tell(problem, 'again');
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('takes an answer that it can not read for a problem', async () => {
    const panel = await open();
    await answer({ suggestions: 'none' });
    expect(part(panel, 'c-inspire-problem-panel').problem).toMatchObject({
      message: 'The answer could not be read.',
    });
  });
});

describe('a list that grows old', () => {
  it('stays when a refresh fails, says as of when it is, and can be tried again', async () => {
    const panel = await open();
    await answer(listOf('one'));
    await fail();
    expect(shownIds(panel)).toEqual(['one']);
    const line = part(panel, 'p[role="status"]');
    expect(line.textContent).toMatch(/^Could not refresh, as of \d+:\d\d/);
    line.querySelector<HTMLElement>('lightning-button')?.click();
    expect(refreshed).toHaveBeenCalledTimes(1);
    await answer(listOf('one'));
    expect(parts(panel, 'p[role="status"]')).toHaveLength(0);
  });

  it('says so too when the refresh itself is refused', async () => {
    const panel = await open();
    await answer(listOf('one'));
    refreshed.mockRejectedValueOnce(aFailure());
    part(panel, 'lightning-button-icon').click();
    await settled();
    expect(part(panel, 'p[role="status"]').textContent).toContain('Could not refresh');
  });

  it('is asked for again by the button, by the page, and when the tab is looked at', async () => {
    const panel = await open();
    await answer(listOf('one'));
    part(panel, 'lightning-button-icon').click();
    await settled();
    await refreshPage();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).toHaveBeenCalledTimes(3);
  });

  it('is not asked for while the tab is hidden', async () => {
    await open();
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).not.toHaveBeenCalled();
    hidden.mockRestore();
  });

  it('is asked for once when several reasons come together', async () => {
    const panel = await open();
    part(panel, 'lightning-button-icon').click();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).toHaveBeenCalledTimes(1);
    await settled();
  });

  it('asks no more once the panel is gone', async () => {
    const panel = await open();
    panel.remove();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).not.toHaveBeenCalled();
    expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
  });
});

describe('what the list says about itself', () => {
  const notices = [
    { code: 'changeDecisionMissing', values: ['Negotiation'] },
    { code: 'fieldsHidden', values: ['Opportunity.Amount'] },
  ];
  const lines = (panel: Element) =>
    parts(panel, 'p.slds-text-body_small').map(({ textContent }) => textContent);

  it('leaves the missing decision of an opportunity to the line that takes it', async () => {
    const panel = await open();
    await answer(anAnswer({ notices, suggestions: suggestions('one') }));
    expect(lines(panel)).toEqual(['Not used, because you may not read it: Opportunity.Amount.']);
    expect(part(panel, 'c-inspire-stage-line').canDecide).toBe(true);
  });

  it('names it on an account, where it can not be recorded', async () => {
    const panel = await open({ objectApiName: 'Account' });
    await answer(anAnswer({ notices, suggestions: suggestions('one') }));
    expect(lines(panel)[0]).toBe('No decision to change is recorded yet.');
    expect(part(panel, 'c-inspire-stage-line').canDecide).toBe(false);
  });
});
