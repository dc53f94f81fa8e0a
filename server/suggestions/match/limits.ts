import type { ContentMapping } from '../../content/index.ts';
import { type DealFacts, numericFacts } from '../../journey/index.ts';
import { dayNumber, firstDay, lastDay } from './dates.ts';

/** Where rules stop holding apart from their tags, by rule: days, and ranges of numbers that lie one after the other. */
export type Limits = {
  /** 0 for rules without any limit. */
  readonly limited: Uint8Array;
  readonly validFrom: Int32Array;
  readonly validTo: Int32Array;
  /** The ranges of rule `r` stand from `starts[r]` up to `starts[r + 1]`; both ends of a range belong to it. */
  readonly starts: Int32Array;
  readonly facts: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
};

export const compileLimits = (rules: readonly ContentMapping[]): Limits => {
  const starts = new Int32Array(rules.length + 1);
  const ranges: { number: number; min?: number | undefined; max?: number | undefined }[] = [];
  rules.forEach(({ ranges: own }, rule) => {
    numericFacts.forEach((fact, number) => {
      if (own[fact]) ranges.push({ number, ...own[fact] });
    });
    starts[rule + 1] = ranges.length;
  });
  const validFrom = Int32Array.from(rules, ({ validFrom: day }) =>
    day === undefined ? firstDay : dayNumber(day),
  );
  const validTo = Int32Array.from(rules, ({ validTo: day }) =>
    day === undefined ? lastDay : dayNumber(day),
  );
  return {
    limited: Uint8Array.from(validFrom, (from, rule) =>
      from === firstDay && validTo[rule] === lastDay && starts[rule] === starts[rule + 1] ? 0 : 1,
    ),
    ...{ validFrom, validTo, starts },
    facts: Uint8Array.from(ranges, ({ number }) => number),
    from: Float64Array.from(ranges, ({ min }) => min ?? -Infinity),
    to: Float64Array.from(ranges, ({ max }) => max ?? Infinity),
  };
};

/** The numbers of a deal by fact; NaN, which is in no range, for unknown ones. */
export const numbersOf = ({ numbers }: DealFacts): Float64Array =>
  Float64Array.from(numericFacts, (fact) => numbers[fact] ?? Number.NaN);

/** Does a rule of which the tags hold, hold today and for these numbers? */
export const isWithin = (limits: Limits, rule: number, numbers: Float64Array, today: number): boolean => {
  if (limits.limited[rule] === 0) return true;
  if ((limits.validFrom[rule] ?? lastDay) > today || (limits.validTo[rule] ?? firstDay) < today) return false;
  for (let at = limits.starts[rule] ?? 0; at < (limits.starts[rule + 1] ?? 0); at += 1) {
    const value = numbers[limits.facts[at] ?? 0] ?? Number.NaN;
    if (!(value >= (limits.from[at] ?? Infinity) && value <= (limits.to[at] ?? -Infinity))) return false;
  }
  return true;
};
