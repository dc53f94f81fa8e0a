import { z } from 'zod';
import { anchors, channels, outcomes, stagePolicies } from '../cadences/index.ts';
import { clauseSchema } from '../http/clause.ts';
import { lenses } from '../journey/index.ts';
import { enrollmentStates, starters, touchpointStates } from './enrollments/rows.ts';

/** A running or ended cadence on a record. */
const enrollmentSchema = z.strictObject({
  enrollmentId: z.string(),
  cadenceId: z.string(),
  title: z.string(),
  lifeCycle: z.enum(lenses.salesLifeCycle),
  aim: z.string(),
  outcome: z.string(),
  state: z.enum(enrollmentStates),
  /** Why it is paused, stopped or on hold. */
  reason: clauseSchema.optional(),
  startedOn: z.iso.date(),
  startedBy: z.enum(starters),
  /** The deal left the stages of this cadence: the rep is asked whether to go on. */
  asks: z.strictObject({ stageName: z.string() }).optional(),
  /** How many times the deal has come to this stretch; above 1 it went back, or somebody new joined. */
  iteration: z.int(),
});

/** A piece of content for a touchpoint, what fits the deal best first. */
const touchpointContentSchema = z.strictObject({
  itemId: z.string(),
  title: z.string(),
  summary: z.string(),
  link: z.string().optional(),
  shareable: z.boolean(),
});

/** One step of one enrolment. */
const touchpointSchema = z.strictObject({
  touchpointId: z.string(),
  enrollmentId: z.string(),
  name: z.string(),
  channel: z.enum(channels),
  objective: z.string(),
  purpose: z.string(),
  talkingPoints: z.array(z.string()),
  dontSay: z.string(),
  /**
   * `current`: to be done now, a Task says so. `planned`: later. `held`: waits, `reason` says for what. `notTaken`: its
   * branch or its conditions say no.
   */
  state: z.enum(touchpointStates),
  /** Civil day: when it is due, or when it ended. */
  dueOn: z.iso.date().optional(),
  /** First instant of that day at which it can happen. */
  at: z.iso.datetime().optional(),
  isOverdue: z.boolean(),
  isPinned: z.boolean(),
  reason: clauseSchema.optional(),
  conflicts: z.array(clauseSchema),
  /** Absent if the viewer may not read the person. */
  contact: z
    .strictObject({ contactId: z.string(), name: z.string(), email: z.string().optional() })
    .optional(),
  /** `name` is absent for colleagues that are not known yet, and for queues. */
  owner: z.strictObject({ ownerId: z.string(), name: z.string().optional(), isViewer: z.boolean() }),
  taskId: z.string().optional(),
  /** A mail of that day was found in Salesforce. Its absence says nothing. */
  emailFound: z.boolean(),
  outcome: z.enum(outcomes).optional(),
  /** A later step depends on how it went, and nobody has said. */
  asksOutcome: z.boolean(),
  content: z.array(touchpointContentSchema),
});

/** A cadence that the viewer can begin on this record. */
const offeredCadenceSchema = z.strictObject({
  cadenceId: z.string(),
  title: z.string(),
  aim: z.string(),
  outcome: z.string(),
  lifeCycle: z.enum(lenses.salesLifeCycle),
  steps: z.int(),
  stagePolicy: z.enum(stagePolicies),
  /** Made for where the record stands now. */
  fits: z.boolean(),
  /** Dates that it counts from and that the record does not have. */
  missingAnchors: z.array(z.enum(anchors)),
});

/** Touchpoints of a record: what is next, what was, what comes. */
export const touchpointsAnswerSchema = z.strictObject({
  recordId: z.string(),
  /** The viewer's civil day. */
  today: z.iso.date(),
  /** The one next step; it is among `touchpoints`. */
  nextId: z.string().optional(),
  enrollments: z.array(enrollmentSchema),
  /** By day; those without a day at the end. */
  touchpoints: z.array(touchpointSchema),
  offered: z.array(offeredCadenceSchema),
  /** May the viewer change touchpoints here? */
  mayAct: z.boolean(),
  /** What the rep should know: Tasks are not written, the library is silent. */
  notices: z.array(clauseSchema),
});

/** Dates before and after something that the viewer thinks of doing. */
export const previewAnswerSchema = z.strictObject({
  title: z.string(),
  steps: z.array(
    z.strictObject({
      name: z.string(),
      channel: z.enum(channels),
      before: z.iso.date().optional(),
      after: z.iso.date().optional(),
      reason: clauseSchema.optional(),
      conflicts: z.array(clauseSchema),
    }),
  ),
});

/** At most seven touchpoints across the viewer's records; the panel reads the names of records in the viewer's own access. */
export const todayAnswerSchema = z.strictObject({
  today: z.iso.date(),
  touchpoints: z.array(
    z.strictObject({
      touchpointId: z.string(),
      recordId: z.string(),
      sobject: z.enum(['Opportunity', 'Account']),
      name: z.string(),
      channel: z.enum(channels),
      objective: z.string(),
      dueOn: z.iso.date(),
      at: z.iso.datetime().optional(),
      isOverdue: z.boolean(),
      contactId: z.string().optional(),
    }),
  ),
  /** How many more are due. */
  more: z.int(),
  /** Days on which the viewer is away, from today on. */
  absences: z.array(z.strictObject({ absenceId: z.string(), from: z.iso.date(), to: z.iso.date() })),
});

export type TouchpointsAnswer = z.infer<typeof touchpointsAnswerSchema>;
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;
export type TodayAnswer = z.infer<typeof todayAnswerSchema>;
