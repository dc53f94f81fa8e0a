import { z } from 'zod';
import { anchors, outcomes } from '../cadences/index.ts';
import { idempotencyKeySchema } from '../http/write-back.ts';
import { keySchema } from '../identifiers.ts';

const id = z.uuid();
const note = z.string().trim().min(1).max(255);
const civilDate = z.iso.date();

/** Why a person skips a touchpoint, pauses a cadence or stops it. */
export const skipReasons = [
  'alreadyDone',
  'notNeeded',
  'wrongPerson',
  'wrongMoment',
  'customerAskedNotTo',
] as const;
export const pauseReasons = [
  'customerReplied',
  'meetingBooked',
  'outOfOffice',
  'waitingForCustomer',
  'otherReason',
] as const;
export const stopReasons = [
  'customerAskedNotTo',
  'dealChanged',
  'wrongCadence',
  'bounced',
  'otherReason',
] as const;

/** Dates that a rep gives where the record has none. */
const anchorDates = z.partialRecord(z.enum(anchors), civilDate).default({});

const keyed = { idempotencyKey: idempotencyKeySchema };
const ofTouchpoint = { ...keyed, touchpointId: id };
const ofEnrollment = { ...keyed, enrollmentId: id };

/** What a rep does with a touchpoint or a cadence on the record of the page. */
export const actInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...ofTouchpoint, kind: z.literal('done'), outcome: z.enum(outcomes).optional() }),
  z.strictObject({ ...ofTouchpoint, kind: z.literal('sayOutcome'), outcome: z.enum(outcomes) }),
  z.strictObject({
    ...ofTouchpoint,
    kind: z.literal('skip'),
    reason: z.enum(skipReasons),
    note: note.optional(),
  }),
  z.strictObject({ ...ofTouchpoint, kind: z.literal('reopen') }),
  z.strictObject({ ...ofTouchpoint, kind: z.literal('move'), to: civilDate }),
  z.strictObject({ ...ofTouchpoint, kind: z.literal('unpin') }),
  z.strictObject({
    ...ofEnrollment,
    kind: z.literal('pause'),
    reason: z.enum(pauseReasons),
    note: note.optional(),
    /** First civil day on which it goes on by itself. */
    until: civilDate.optional(),
  }),
  z.strictObject({ ...ofEnrollment, kind: z.literal('resume') }),
  z.strictObject({
    ...ofEnrollment,
    kind: z.literal('stop'),
    reason: z.enum(stopReasons),
    note: note.optional(),
  }),
  /** The answer to "the deal left the stages of this cadence". */
  z.strictObject({ ...ofEnrollment, kind: z.literal('keep') }),
]);

export const enrollInputSchema = z.strictObject({ ...keyed, cadenceId: keySchema, anchorDates });

export const previewInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enroll'), cadenceId: keySchema, anchorDates }),
  z.strictObject({ kind: z.literal('move'), touchpointId: id, to: civilDate }),
  z.strictObject({ kind: z.literal('resume'), enrollmentId: id }),
]);

export const absenceInputSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ ...keyed, kind: z.literal('add'), from: civilDate, to: civilDate })
    .refine(({ from, to }) => from <= to, { message: 'to is before from', path: ['to'] }),
  z.strictObject({ ...keyed, kind: z.literal('remove'), absenceId: id }),
]);

export type ActInput = z.infer<typeof actInputSchema>;
export type EnrollInput = z.infer<typeof enrollInputSchema>;
export type PreviewInput = z.infer<typeof previewInputSchema>;
export type AbsenceInput = z.infer<typeof absenceInputSchema>;
