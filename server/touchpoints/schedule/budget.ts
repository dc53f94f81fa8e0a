/** At most so many in so many working days. */
export interface Limit {
  outbound: number;
  businessDays: number;
}

/**
 * Whether one more at `rank` leaves every stretch of working days within the limits. Only stretches that it falls into are
 * looked at, so that what others did too often does not stop everything.
 * @param ranks days on which somebody hears from us, counted in working days, in any order
 */
export const fitsBudget = (limits: readonly Limit[], ranks: readonly number[], rank: number): boolean =>
  limits.every(({ outbound, businessDays }) => {
    const near = ranks.filter((other) => Math.abs(other - rank) < businessDays);
    if (near.length < outbound) return true;
    const all = [...near, rank].sort((one, other) => one - other);
    return all.every((first, at) => {
      const last = all[at + outbound];
      return last === undefined || first > rank || last < rank || last - first >= businessDays;
    });
  });
