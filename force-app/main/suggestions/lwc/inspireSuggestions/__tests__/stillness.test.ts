import { describe, expect, it } from '@jest/globals';
import { anAnswer, aStage, suggestions } from 'support/answers';
import { answer } from 'support/gateway';
import { part, parts, settled } from 'support/page';
import { announced, inside, listOf, open, opened, shownIds } from './panel';

const showNew = (panel: Element) => parts(panel, '[data-part="new"]')[0];

describe('a list that never moves under the cursor', () => {
  it('is replaced at once while nobody is at it, and says so', async () => {
    const panel = await opened();
    await answer(listOf('three', 'one'));
    expect(shownIds(panel)).toEqual(['three', 'one']);
    expect(announced(panel)).toBe('Suggestions updated');
  });

  it.each(['pointerenter', 'focusin'])('waits after %s, and says how many are new', async (type) => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent(type));
    await answer(listOf('three', 'four', 'one'));
    expect(shownIds(panel)).toEqual(['one', 'two']);
    expect(showNew(panel)?.label).toBe('2 new, show');
    expect(announced(panel)).toBe('2 new, show');
  });

  it.each([
    ['pointerenter', 'pointerleave'],
    ['focusin', 'focusout'],
  ])('waits no longer after %s and %s', async (comes, goes) => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent(comes));
    inside(panel).dispatchEvent(new CustomEvent(goes));
    await answer(listOf('three'));
    expect(shownIds(panel)).toEqual(['three']);
  });

  it('waits for who has started to work with it', async () => {
    const panel = await opened();
    part(panel, 'c-inspire-suggestion-list').click();
    await answer(listOf('two', 'one'));
    expect(showNew(panel)?.label).toBe('New order, show');
  });

  it('comes when the rep asks for it', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await answer(listOf('three'));
    showNew(panel)?.click();
    await settled();
    expect(shownIds(panel)).toEqual(['three']);
    expect(showNew(panel)).toBeUndefined();
  });

  it('shows the newest when several came while it waited', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await answer(listOf('three'));
    await answer(listOf('four'));
    showNew(panel)?.click();
    await settled();
    expect(shownIds(panel)).toEqual(['four']);
  });

  it('has nothing to show once the list is as it was', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await answer(listOf('three'));
    await answer(listOf('one', 'two'));
    expect(showNew(panel)).toBeUndefined();
  });

  it('takes in what moves only items that nobody sees', async () => {
    const panel = await open();
    await answer(listOf('one', 'two', 'three', 'four'));
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await answer(listOf('one', 'two', 'three', 'five'));
    expect(shownIds(panel)).toEqual(['one', 'two', 'three', 'five']);
    expect(showNew(panel)).toBeUndefined();
  });

  it('takes in what moves nothing, even under the cursor', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    const stage = aStage({ stageName: 'Closed Won' });
    await answer(anAnswer({ stage, suggestions: suggestions('one', 'two') }));
    expect(part(panel, 'c-inspire-stage-line').stage).toMatchObject({ stageName: 'Closed Won' });
  });

  it('comes at once when the rep pressed refresh', async () => {
    const panel = await opened();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    part(panel, 'lightning-button-icon').click();
    await answer(listOf('three'));
    expect(shownIds(panel)).toEqual(['three']);
    await answer(listOf('four'));
    expect(shownIds(panel)).toEqual(['three']);
  });
});
