import { z } from 'zod';

/** A Task as Salesforce said it is. */
export const taskStateSchema = z.object({
  Id: z.string(),
  /** `SystemModstamp`, ISO 8601, UTC. */
  modifiedAt: z.string(),
  IsDeleted: z.boolean(),
  IsClosed: z.boolean(),
  OwnerId: z.string().nullable(),
  ActivityDate: z.iso.date().nullable(),
  /** Civil day of `CompletedDateTime`. */
  completedOn: z.iso.date().nullable(),
});

export type TaskState = z.infer<typeof taskStateSchema>;

/** All that Salesforce ever said about a Task, as far as it still counts. */
export const seenTaskSchema = z.object({
  latest: taskStateSchema,
  /** When it was last seen closed, by `SystemModstamp`; open afterwards means reopened. */
  closedAt: z.string().nullable(),
  /** What was said up to then counts no more: somebody decided otherwise in the panel. */
  settledAt: z.string().nullable(),
});

export type SeenTask = z.infer<typeof seenTaskSchema>;

/** What decides first: among states of one second, a Task that is gone or closed stays so, whichever Task it is. */
const fields = [
  'modifiedAt',
  'IsDeleted',
  'IsClosed',
  'Id',
  'OwnerId',
  'ActivityDate',
  'completedOn',
] as const;

/** By time; states of one second by what they say, so that everybody takes the same one. */
const orderOf = (state: TaskState): string => fields.map((name) => state[name]).join('\n');

const latestText = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/**
 * What is known after one more state. States come late, twice and in any order: the same set of them gives the same
 * knowledge, as each part is a maximum (the join of a semilattice).
 */
export const withState = (seen: SeenTask | null, state: TaskState): SeenTask => ({
  latest: seen && orderOf(seen.latest) >= orderOf(state) ? seen.latest : state,
  closedAt: latestText(seen?.closedAt ?? null, state.IsClosed ? state.modifiedAt : null),
  settledAt: seen?.settledAt ?? null,
});

/** Somebody decided in the panel: what Salesforce said before is over. */
export const settled = (seen: SeenTask | null): SeenTask | null =>
  seen && { ...seen, settledAt: latestText(seen.settledAt, seen.latest.modifiedAt) };

const counts = ({ settledAt }: SeenTask, at: string | null): boolean =>
  at !== null && (settledAt === null || at > settledAt);

/** Closed in Salesforce, and nobody decided otherwise since. */
export const isClosedThere = (seen: SeenTask): boolean =>
  seen.latest.IsClosed && counts(seen, seen.latest.modifiedAt);

/** Somebody reopened it after it was closed. */
export const wasReopened = (seen: SeenTask): boolean =>
  !seen.latest.IsClosed &&
  !seen.latest.IsDeleted &&
  counts(seen, seen.closedAt) &&
  seen.latest.modifiedAt > (seen.closedAt ?? '');
