import type { Environment } from '../../../server/touchpoints/engine/environment.ts';
import { replan } from '../../../server/touchpoints/engine/replan.ts';
import type { Enrolled, Touchpoint } from '../../../server/touchpoints/enrollments/rows.ts';
import { dayTableAround } from '../../../server/touchpoints/schedule/index.ts';
import { timed } from '../match/clock.ts';
import { median } from '../statistics.ts';
import { cadence, enrollmentOf } from './data/portfolio.ts';
import { surroundings } from './data/surroundings.ts';

const enrollments = 10_000;
const runs = 5;

const today = '2026-11-16';
/** A Wednesday on which most have something to do. */
const holiday = '2026-11-25';
const begun = ['2026-11-09', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];

const planAll = (all: readonly Enrolled[], environment: Environment): Touchpoint[][] =>
  all.map(({ enrollment, touchpoints }) =>
    replan(cadence, enrollment, touchpoints, environment, { today, touches: new Map() }),
  );

const changedRows = (before: readonly Touchpoint[][], after: readonly Touchpoint[][]): number => {
  const texts = new Map(before.flat().map((row) => [row.id, JSON.stringify(row)]));
  return after.flat().filter((row) => texts.get(row.id) !== JSON.stringify(row)).length;
};

/**
 * 10,000 enrolments of eight steps are planned, then a holiday comes into one of four calendars and all are planned again:
 * the median of five runs of that, calendars included, and how many rows it changed. No database has a part in it.
 */
export const measureReplan = (): { replanMs: number; replanChanged: number } => {
  const table = dayTableAround(today);
  const all = Array.from({ length: enrollments }, (_, at) => enrollmentOf(at, begun));
  const before = planAll(all, surroundings(table, []));
  const planned = all.map((each, at) => ({ ...each, touchpoints: before[at] ?? [] }));
  const again = Array.from({ length: runs }, () =>
    timed(() => planAll(planned, surroundings(table, [holiday]))),
  );
  return {
    replanMs: median(again.map(({ ms }) => ms)),
    replanChanged: changedRows(before, again[0]?.result ?? []),
  };
};
