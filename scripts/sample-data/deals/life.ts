import type { Temporal } from 'temporal-polyfill';
import {
  daysBetween,
  earlier,
  isBefore,
  later,
  monthEnd,
  quarterEnd,
  thursdayOf,
  workdayAfter,
  workdayBefore,
} from '../calendar.ts';
import type { Random } from '../random.ts';

type Day = Temporal.PlainDate;
export type DealType = 'New Customer' | 'Existing Customer - Upgrade' | 'Renewal';

export const OPEN_STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
] as const;
export const PROPOSAL = OPEN_STAGES.indexOf('Proposal/Price Quote');
export const FIRST_BUYING_STAGE = OPEN_STAGES.indexOf('Id. Decision Makers');

/** What changes on one day. */
export interface Step {
  on: Day;
  stage?: string;
  closeDate?: Day;
}

export interface Life {
  created: Day;
  firstStage: string;
  firstCloseDate: Day;
  steps: readonly Step[];
  won: boolean;
  /** The day on which it is decided, whether that has come or not. */
  decidedOn: Day;
}

/** A push moves the close date to the end of the next quarter or month, a few days around the old one. */
function drawTargets(random: Random, created: Day): { target: Day; setOn: Day }[] {
  const far = created.add({ days: random.int(38, 100) });
  const first = random.weighted([
    [quarterEnd(far), 62],
    [monthEnd(far), 24],
    [workdayBefore(far), 14],
  ]);
  const targets = [{ target: later(first, workdayAfter(created.add({ days: 12 }))), setOn: created }];
  const pushes = random.weighted([
    [0, 48],
    [1, 34],
    [2, 9],
    [3, 4],
    [4, 5],
  ]);
  for (let count = 0; count < pushes; count += 1) {
    const old = targets.at(-1);
    if (!old) break;
    const setOn = thursdayOf(
      later(old.setOn.add({ days: 7 }), old.target.subtract({ days: random.int(-4, 9) })),
    );
    const later30 = old.target.add({ days: 20 });
    targets.push({ target: random.chance(0.7) ? quarterEnd(later30) : monthEnd(later30), setOn });
  }
  return targets;
}

function drawDecision(random: Random, last: { target: Day; setOn: Day }): Day {
  const early = random.weighted([
    [random.int(0, 5), 66],
    [random.int(6, 40), 34],
  ]);
  return workdayBefore(later(last.setOn.add({ days: 4 }), last.target.subtract({ days: early })));
}

/** Stages after the first, as indexes: mostly one by one, sometimes skipping one, sometimes going back and on again. */
function drawPath(random: Random, from: number, to: number): number[] {
  const path: number[] = [];
  for (let stage = from; stage < to;) {
    stage = Math.min(to, stage + (random.chance(0.22) ? 2 : 1));
    path.push(stage);
    if (stage > 3 && random.chance(0.06)) {
      stage -= random.int(1, 2);
      path.push(stage);
    }
  }
  return path;
}

/** Increasing working days strictly between two days; fewer than asked for where there is no room. */
function drawDays(random: Random, from: Day, to: Day, count: number): Day[] {
  const span = daysBetween(from, to);
  const offsets = Array.from({ length: count }, () => random.int(2, Math.max(2, span - 2))).sort(
    (a, b) => a - b,
  );
  const days: Day[] = [];
  for (const offset of offsets) {
    const day = workdayAfter(from.add({ days: offset }));
    const tidy = random.chance(0.9) ? thursdayOf(day) : day;
    const next = workdayAfter(later(tidy, (days.at(-1) ?? from).add({ days: 1 })));
    if (isBefore(next, to)) days.push(next);
  }
  return days;
}

/** A deal from its first day to its decision; who sells it has no part in it except through `winChance`. */
export function drawLife(random: Random, created: Day, type: DealType, winChance: number): Life {
  const targets = drawTargets(random, created);
  const decidedOn = drawDecision(random, targets.at(-1) ?? { target: created, setOn: created });
  const won = random.chance(winChance);
  const from =
    random.weighted([
      [0, 50],
      [1, 32],
      [2, 18],
    ]) + (type === 'New Customer' ? 0 : 1);
  const end = won
    ? random.weighted([
        [7, 86],
        [6, 14],
      ])
    : random.weighted([
        [2, 12],
        [3, 18],
        [4, 10],
        [5, 14],
        [6, 28],
        [7, 18],
      ]);
  const path = drawPath(random, from, Math.max(from, end));
  const days = drawDays(random, created, decidedOn, path.length);
  const stages = days.map((on, index): Step => ({
    on,
    stage: nameOf(path[path.length - days.length + index] ?? from),
  }));
  const pushes = targets.slice(1).map(({ target, setOn }): Step => ({
    on: earlier(setOn, decidedOn.subtract({ days: 1 })),
    closeDate: target,
  }));
  const decision: Step = { on: decidedOn, stage: won ? 'Closed Won' : 'Closed Lost', closeDate: decidedOn };
  return {
    created,
    firstStage: nameOf(from),
    firstCloseDate: targets[0]?.target ?? decidedOn,
    steps: merged([...stages, ...pushes, decision]),
    won,
    decidedOn,
  };
}

const nameOf = (index: number): string => OPEN_STAGES[index] ?? 'Prospecting';

/** What falls on the same day is one change. */
function merged(steps: readonly Step[]): Step[] {
  const byDay = new Map<string, Step>();
  for (const step of steps) byDay.set(step.on.toString(), { ...byDay.get(step.on.toString()), ...step });
  return [...byDay.values()].sort((a, b) => daysBetween(b.on, a.on));
}
