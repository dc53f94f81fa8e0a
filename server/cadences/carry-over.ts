import { z } from 'zod';
import { type Cadence, cadenceSchema } from './cadence.ts';
import { cadenceFaults } from './check.ts';
import type { CadenceStep } from './step.ts';

/** A file of cadences, as one org exports and another imports it. */
export const cadenceFileSchema = z.strictObject({
  format: z.literal('be-inspired/cadences'),
  version: z.literal(1),
  /** The org that it comes from: users and queues exist there alone. */
  orgId: z.string(),
  cadences: z.array(z.unknown()).max(500),
});

export type CadenceFile = z.infer<typeof cadenceFileSchema>;

/** What the org has that cadences are brought to. */
export interface Destination {
  orgId: string;
  itemIds: ReadonlySet<string>;
  stageKeys: ReadonlySet<string>;
}

/** Something that could not be carried over, and what was done about it. */
export interface NotCarriedOver {
  place: string;
  message: string;
}

const placeOf = (at: number, path: readonly PropertyKey[]): string =>
  `cadences[${at}]${path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')}`;

interface Carried<Value> {
  value: Value;
  report: NotCarriedOver[];
}

const withContent = (step: CadenceStep, { itemIds }: Destination, place: string): Carried<CadenceStep> => {
  const gone = step.contentIds.filter((id) => !itemIds.has(id));
  const message = (id: string): string => `there is no item "${id}" here; the step goes on without it`;
  return {
    value: { ...step, contentIds: step.contentIds.filter((id) => itemIds.has(id)) },
    report: gone.map((id) => ({ place: `${place}.contentIds`, message: message(id) })),
  };
};

const withOwner = (step: CadenceStep, isForeign: boolean, place: string): Carried<CadenceStep> => {
  const { owner } = step;
  if (!isForeign || (owner.by !== 'user' && owner.by !== 'queue')) return { value: step, report: [] };
  const who = owner.by === 'user' ? `user ${owner.userId}` : `queue ${owner.queueId}`;
  const message = `the ${who} is of another org; the owner of the record does it`;
  return { value: { ...step, owner: { by: 'recordOwner' } }, report: [{ place: `${place}.owner`, message }] };
};

const unknownStages = ({ start }: Cadence, { stageKeys }: Destination, at: number): NotCarriedOver[] =>
  start.on !== 'stageEntry'
    ? []
    : start.stages.flatMap((stage, index) =>
        stageKeys.has(stage)
          ? []
          : [
              {
                place: placeOf(at, ['start', 'stages', index]),
                message: `the stage map has no "${stage}" here; it never begins there`,
              },
            ],
      );

const carryOne = (
  cadence: Cadence,
  at: number,
  isForeign: boolean,
  destination: Destination,
): Carried<Cadence> => {
  const report: NotCarriedOver[] = unknownStages(cadence, destination, at);
  const steps = cadence.steps.map((step, index) => {
    const place = placeOf(at, ['steps', index]);
    const content = withContent(step, destination, place);
    const owner = withOwner(content.value, isForeign, place);
    report.push(...content.report, ...owner.report);
    return owner.value;
  });
  return { value: { ...cadence, steps }, report };
};

/**
 * Brings cadences to an org. What the org does not have is left out and reported with its place; a cadence that is wrong in
 * itself is not brought at all.
 */
export const carryOver = (
  { orgId, cadences: given }: CadenceFile,
  destination: Destination,
): { cadences: Cadence[]; report: NotCarriedOver[] } => {
  const cadences: Cadence[] = [];
  const report: NotCarriedOver[] = [];
  for (const [at, value] of given.entries()) {
    const parsed = cadenceSchema.safeParse(value);
    const faults = parsed.success
      ? cadenceFaults(parsed.data)
      : parsed.error.issues.map(({ path, message }) => ({ path, message }));
    report.push(
      ...faults.map(({ path, message }) => ({
        place: placeOf(at, path),
        message: `${message}; the cadence was left out`,
      })),
    );
    if (!parsed.success || faults.length > 0) continue;
    const carried = carryOne(parsed.data, at, orgId !== destination.orgId, destination);
    cadences.push(carried.value);
    report.push(...carried.report);
  }
  return { cadences, report };
};
