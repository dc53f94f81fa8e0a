import fc from 'fast-check';
import {
  type Anchor,
  anchors,
  type Cadence,
  type CadenceStep,
  channels,
  outcomes,
} from '../../server/cadences/index.ts';
import { cadence } from './cadences.ts';

export const often = <T>(value: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });

/** At most so many steps. */
export const mostSteps = 7;

export const units = ['offsetBusinessDays', 'offsetWeeks', 'offsetMonths'] as const;

/** A step before it has its place: steps that it waits for are counted back from it. */
interface Draft {
  anchor: Anchor;
  unit: (typeof units)[number];
  further: number;
  waitsFor: readonly number[];
  branch: { back: number; outcome: (typeof outcomes)[number] } | undefined;
  channel: CadenceStep['channel'];
  window: CadenceStep['window'];
  repeats: CadenceStep['repeats'];
  countsAsContact: boolean;
}

const everyRepeat: fc.Arbitrary<CadenceStep['repeats']> = fc.constantFrom(
  { every: 2, unit: 'weeks' as const },
  { every: 1, unit: 'months' as const, times: 3 },
  { every: 1, unit: 'years' as const, times: 2 },
);

const draft: fc.Arbitrary<Draft> = fc.record({
  anchor: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Anchor>('stageEntry') },
    { weight: 2, arbitrary: fc.constantFrom(...anchors) },
  ),
  unit: often<Draft['unit']>('offsetBusinessDays', fc.constantFrom(...units)),
  further: fc.integer({ min: 0, max: 6 }),
  waitsFor: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  branch: often<Draft['branch']>(
    undefined,
    fc.record({ back: fc.integer({ min: 1, max: 3 }), outcome: fc.constantFrom(...outcomes) }),
  ),
  channel: fc.constantFrom(...channels),
  window: often<Draft['window']>(
    undefined,
    fc.constantFrom({ from: '07:00', to: '09:30' }, { from: '14:00', to: '18:00' }),
  ),
  repeats: often<Draft['repeats']>(undefined, everyRepeat),
  countsAsContact: often(true, fc.constant(false)),
});

/** Where the offsets of one anchor in one unit begin; they never come back to what was before. */
const beginnings = fc.dictionary(
  fc.constantFrom(...anchors.flatMap((anchor) => units.map((unit) => `${anchor} ${unit}`))),
  fc.integer({ min: -12, max: 0 }),
);

const idOf = (at: number): string => `step-${at}`;

const before = (at: number, back: number): string[] => (back <= at ? [idOf(at - back)] : []);

const build = (drafts: readonly Draft[], begin: Readonly<Record<string, number>>): Cadence => {
  const reached = new Map(Object.entries(begin));
  const steps = drafts.map(({ anchor, unit, further, waitsFor, branch, window, repeats, ...rest }, at) => {
    const key = `${anchor} ${unit}`;
    const offset = (reached.get(key) ?? 0) + further;
    reached.set(key, offset);
    const onlyIf = branch
      ? before(at, branch.back).map((stepId) => ({ stepId, outcome: branch.outcome }))
      : [];
    const dependsOn = waitsFor.flatMap((back) => before(at, back));
    const may = { ...(window && { window }), ...(repeats && { repeats }) };
    return { id: idOf(at), anchor, ...{ [unit]: offset }, dependsOn, onlyIf, ...may, ...rest };
  });
  return cadence({ steps });
};

const drafts = fc.array(draft, { minLength: 1, maxLength: mostSteps });

/** What a publication would take: many anchors and units, branches, repeats, windows, channels. */
export const cadences: fc.Arbitrary<Cadence> = fc
  .tuple(drafts, beginnings)
  .map(([steps, begin]) => build(steps, begin));

const elastic: readonly Anchor[] = ['stageEntry', 'delivery'];

/** Steps that all go by what was done before: no date that stands, nothing counted back, nothing that repeats. */
export const elasticCadences: fc.Arbitrary<Cadence> = fc
  .array(fc.tuple(draft, fc.constantFrom(...elastic)), { minLength: 1, maxLength: mostSteps })
  .map((steps) =>
    build(
      steps.map(([each, anchor]) => ({ ...each, anchor, repeats: undefined })),
      {},
    ),
  );

/** Steps in the order of their days: all counted in working days from the day on which the cadence began. */
export const evenCadences: fc.Arbitrary<Cadence> = drafts.map((steps) =>
  build(
    steps.map((each) => ({
      ...each,
      ...{ anchor: 'stageEntry', unit: 'offsetBusinessDays', repeats: undefined },
    })),
    {},
  ),
);
