import { describe, expect, it } from '@jest/globals';
import PlanDates from 'c/inspirePlanDates';
import { focused } from 'support/focus';
import { heard, part, parts, place, settled } from 'support/page';
import { aPlan, today } from '../../inspireTouchpointAnswer/__tests__/answers';
import { awayText } from '../away';

const show = async (props: object = {}) => {
  const { dates } = aPlan();
  const tile = place('c-inspire-plan-dates', PlanDates, { dates, today, mayFill: true, ...props });
  await settled();
  return tile;
};

const rowText = (tile: Element, anchor: string) => {
  const cells = [...part(tile, `[data-anchor="${anchor}"]`).querySelectorAll('dt, dd')];
  return cells.map(({ textContent }) => textContent.trim());
};

const openForm = async (tile: Element) => {
  part(tile, '[data-part="fill"]').click();
  await settled();
};

describe('dates that count', () => {
  it('stand there with the day, and in words', async () => {
    const tile = await show();
    expect(rowText(tile, 'contractEnd')).toEqual(['End of the contract', 'Mar 15, 2021 · in 4 months']);
    expect(rowText(tile, 'assetEnd')).toEqual(['End of use of the product', 'Nov 13 · tomorrow']);
    expect(rowText(tile, 'anniversary')[0]).toBe('Anniversary of the first won deal');
    await expect(tile).toBeAccessible();
  });

  it('are shown as not known where they are not, all of them with what would fill them', async () => {
    const tile = await show({ dates: aPlan().dates.map(({ anchor }) => ({ anchor })), mayFill: false });
    expect(parts(tile, '[data-part="unknown"]').map((each) => each.textContent)).toEqual(
      Array(4).fill('Not known'),
    );
    expect(part(tile, '[data-part="empty"]').textContent).toContain('They come from contracts');
    expect(parts(tile, '[data-part="fill"]')).toHaveLength(0);
    await expect(tile).toBeAccessible();
  });

  it.each([
    ['2020-11-12', 'today'],
    ['2020-11-22', 'in 10 days'],
    ['2020-10-29', '2 weeks ago'],
    ['2020-12-17', 'in 5 weeks'],
    ['2021-11-12', 'in 12 months'],
    ['2018-11-12', '2 years ago'],
  ])('are as far away as a person would say: %s %s', (day, words) => {
    expect(awayText(day, today)).toBe(words);
  });
});

describe('the end of a competitor’s term', () => {
  it('is filled in', async () => {
    const tile = await show();
    const days = heard(tile, 'fill');
    await openForm(tile);
    const field = part(tile, 'lightning-input');
    expect(focused()).toBe(field);
    await expect(tile).toBeAccessible();
    Object.assign(field, { value: '2021-09-30', reportValidity: () => true });
    part(tile, '[data-part="save"]').click();
    expect(days).toEqual(['2021-09-30']);
    const close: unknown = tile.close;
    if (typeof close === 'function') close.call(tile);
    await settled();
    expect(parts(tile, '[data-part="form"]')).toHaveLength(0);
  });

  it('is not sent while there is no day', async () => {
    const tile = await show();
    const days = heard(tile, 'fill');
    await openForm(tile);
    Object.assign(part(tile, 'lightning-input'), { reportValidity: () => false });
    part(tile, '[data-part="save"]').focus();
    part(tile, '[data-part="save"]').click();
    expect(days).toEqual([]);
    expect(focused()).toBe(part(tile, 'lightning-input'));
  });

  it.each([
    [
      'cancel',
      (tile: Element) => {
        const press = new MouseEvent('mousedown', { cancelable: true });
        part(tile, '[data-part="cancel"]').dispatchEvent(press);
        expect(press.defaultPrevented).toBe(true);
        part(tile, '[data-part="cancel"]').click();
      },
    ],
    [
      'escape',
      (tile: Element) =>
        part(tile, '[data-part="form"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
    ],
  ])('is let go with %s, and the focus goes back', async (_, leave) => {
    const tile = await show();
    await openForm(tile);
    part(tile, '[data-part="form"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(parts(tile, '[data-part="form"]')).toHaveLength(1);
    leave(tile);
    await settled();
    expect(parts(tile, '[data-part="form"]')).toHaveLength(0);
    expect(focused()).toBe(part(tile, '[data-part="fill"]'));
  });
});
