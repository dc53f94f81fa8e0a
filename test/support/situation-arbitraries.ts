import fc from 'fast-check';
import {
  type Anchor,
  anchors,
  type Cadence,
  type CadenceStep,
  isOutbound,
  outcomes,
} from '../../server/cadences/index.ts';
import {
  type Day,
  type Happened,
  type LocalHours,
  type Pause,
  type Reason,
  type Situation,
  type StepCircumstances,
  type WorkingDays,
} from '../../server/touchpoints/schedule/index.ts';
import { cadences, mostSteps, often } from './cadence-arbitraries.ts';
import {
  instantFor,
  owners,
  reachableDays,
  table,
  today,
  workingDays,
  zones,
} from './calendar-arbitraries.ts';

/** An enrolment on a day. */
export interface Case {
  cadence: Cadence;
  situation: Situation;
}

/** As much of a case as a person wants to read when a law does not hold. */
export const caseText = ({ cadence: { steps }, situation }: Case): string => {
  const { today: now, anchors: from, happened, pauses, limits: budget, onHold } = situation;
  const own = steps.map(({ id, channel, anchor, window, repeats, dependsOn, onlyIf, ...step }) => ({
    ...{ id, channel, anchor, window, repeats, dependsOn, onlyIf },
    offset: step.offsetBusinessDays ?? [step.offsetWeeks, step.offsetMonths],
    excluded: situation.circumstances(id).excluded,
    budgetOf: situation.circumstances(id).budgetOf,
  }));
  return JSON.stringify(
    { today: table.dates[now], now, anchors: [...from], pauses, budget, onHold, happened, own },
    null,
    1,
  );
};

const none = fc.constant(undefined);
const sometimes = <T>(other: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: none }, other);
const rarely = <T>(other: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: none }, other);

/** What happened to a step, and what is to be known about it; days are counted from today. */
const fate = fc.record({
  ended: fc.option(
    fc.record({
      how: fc.constantFrom('done', 'done', 'skipped', 'cancelled'),
      ago: fc.integer({ min: 0, max: 25 }),
      outcome: fc.constantFrom(...outcomes, undefined),
    }),
    { nil: undefined },
  ),
  pinned: sometimes(fc.integer({ min: -6, max: 12 })),
  committed: sometimes(fc.integer({ min: -6, max: 4 })),
  byColleague: often(false, fc.constant(true)),
  country: fc.constantFrom(undefined, 'DE', 'US', 'JP'),
  contact: fc.constantFrom('ann', 'ben'),
  zone: fc.constantFrom(...zones),
  isExcluded: often(false, fc.constant(true)),
  obstacle: rarely(fc.constant<Reason>({ code: 'contactMissing', values: [] })),
});

type Fate = typeof fate extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const stay = fc.record({ active: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 0, max: 15 }) });

const limits = fc.constantFrom(
  [],
  [{ outbound: 1, businessDays: 3 }],
  [
    { outbound: 2, businessDays: 5 },
    { outbound: 6, businessDays: 20 },
  ],
);

const anchorDays = fc.array(
  rarely(fc.integer({ min: -60, max: 60 })).map((day) => day ?? -10),
  {
    minLength: anchors.length,
    maxLength: anchors.length,
  },
);

const touches = fc.array(fc.integer({ min: -12, max: 12 }), { maxLength: 4 });

const world = fc.record({
  today,
  working: workingDays,
  colleagues: workingDays,
  owner: owners,
  limits,
  anchorDays,
  missing: fc.subarray([...anchors], { maxLength: 2 }),
  stays: fc.array(stay, { maxLength: 2 }),
  onHold: fc.oneof(
    { weight: 12, arbitrary: none },
    fc.constant<Reason>({ code: 'paused', values: ['onLeave'] }),
  ),
  touches: fc.record({ ann: touches, ben: touches }),
  taskBusinessDays: fc.integer({ min: 0, max: 4 }),
});

type World = typeof world extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const anchorsOf = ({ anchorDays: days, missing, today: now }: World): ReadonlyMap<Anchor, Day> =>
  new Map(
    anchors.flatMap((anchor, at): [Anchor, Day][] => {
      const day = days[at] ?? 0;
      if (anchor === 'stageEntry') return [[anchor, now - Math.abs(day)]];
      return missing.includes(anchor) ? [] : [[anchor, now + day]];
    }),
  );

/** The last one first, counted back from today. */
const pausesOf = ({ stays, today: now }: World): Pause[] => {
  let end = now;
  return stays
    .map(({ active, length }) => {
      const to = end - active;
      end = to - length;
      return { from: end, to };
    })
    .toReversed();
};

const happenedTo = (
  { id, repeats }: CadenceStep,
  { ended, pinned, committed }: Fate,
  now: Day,
): Happened[] => {
  const day = (count: number | undefined) => (count === undefined ? undefined : now + count);
  const open = { stepId: id, ended: undefined, pinnedOn: day(pinned), committedOn: day(committed) };
  if (!ended) return pinned === undefined && committed === undefined ? [] : [{ ...open, occurrence: 0 }];
  const { how, ago, outcome } = ended;
  const over = { ...open, occurrence: 0, ended: { how, on: now - ago, outcome } };
  return repeats ? [over, { ...open, occurrence: 1 }] : [over];
};

const circumstancesOf = (
  step: CadenceStep,
  drawn: Fate,
  { owner, working, colleagues }: World,
): StepCircumstances => {
  const own: WorkingDays = drawn.byColleague ? colleagues : working;
  const anytime: LocalHours['hours'] = { from: '00:00', to: '23:59' };
  const theirs = { zone: drawn.zone, hours: step.window ?? anytime };
  return {
    possible: drawn.country ? reachableDays(own, drawn.country) : own,
    instantOn: instantFor(owner, theirs),
    excluded: drawn.isExcluded,
    obstacle: drawn.obstacle,
    budgetOf: isOutbound(step) ? drawn.contact : undefined,
  };
};

const touchesOf = ({ touches: drawn, today: now }: World): Situation['touches'] => {
  const sorted = Object.entries(drawn).map(([contact, days]) => {
    const own = days.toSorted((one, other) => one - other);
    return [contact, own.map((day) => ({ day: now + day, by: 'Mia Roth' }))] as const;
  });
  const known = new Map(sorted);
  return (contact) => known.get(contact) ?? [];
};

export const caseOf = (cadence: Cadence, fates: readonly Fate[], drawn: World): Case => {
  const each = cadence.steps.flatMap((step, at) => {
    const own = fates[at];
    return own ? [{ step, fate: own }] : [];
  });
  const known = new Map(
    each.map(({ step, fate: own }) => [step.id, circumstancesOf(step, own, drawn)] as const),
  );
  const circumstances = (stepId: string): StepCircumstances => {
    const found = known.get(stepId);
    if (!found) throw new RangeError(`There is no step "${stepId}".`);
    return found;
  };
  const { today: now, working, limits: budget, onHold, taskBusinessDays } = drawn;
  const drawnCase: Case = {
    cadence,
    situation: {
      ...{ table, today: now, working, limits: budget, onHold, taskBusinessDays, circumstances },
      anchors: anchorsOf(drawn),
      happened: each.flatMap(({ step, fate: own }) => happenedTo(step, own, now)),
      pauses: pausesOf(drawn),
      touches: touchesOf(drawn),
    },
  };
  return Object.assign(drawnCase, { [fc.toStringMethod]: () => caseText(drawnCase) });
};

const fates = fc.array(fate, { minLength: mostSteps, maxLength: mostSteps });

export const casesOf = (definitions: fc.Arbitrary<Cadence>): fc.Arbitrary<Case> =>
  fc.tuple(definitions, fates, world).map((drawn) => caseOf(...drawn));

/** Any enrolment of any cadence, on any day. */
export const cases: fc.Arbitrary<Case> = casesOf(cadences);
