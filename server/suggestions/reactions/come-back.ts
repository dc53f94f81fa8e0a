import { Temporal } from 'temporal-polyfill';

/** Why a rep sends an item away. */
export const dismissReasons = [
  'notForThisCustomer',
  'outdated',
  'haveBetter',
  'wrongMoment',
  'notGood',
] as const;

export type DismissReason = (typeof dismissReasons)[number];

/**
 * Days until a dismissed item may come back on this record, when the rep names no date: a wrong moment passes within
 * weeks, an outdated item gets a new version within a quarter, what does not suit a customer rarely ever does.
 */
const daysAway: Record<DismissReason, number> = {
  wrongMoment: 14,
  outdated: 90,
  haveBetter: 90,
  notGood: 180,
  notForThisCustomer: 365,
};

/** @param today civil date where the rep is, YYYY-MM-DD; returns the first civil day on which the item may come back */
export const comeBackOn = (reason: DismissReason, today: string): string =>
  Temporal.PlainDate.from(today).add({ days: daysAway[reason] }).toString();
