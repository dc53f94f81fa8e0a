import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { actAnswerSchema, actOnTouchpoint } from '../acting/act-on-touchpoint.ts';
import { enrollRecord } from '../acting/enroll-record.ts';
import { preview } from '../acting/preview.ts';
import { absenceAnswerSchema, setAbsence } from '../acting/set-absence.ts';
import { previewAnswerSchema, todayAnswerSchema, touchpointsAnswerSchema } from '../answer.ts';
import {
  decideAnswerSchema,
  decideInputSchema,
  decideRunning,
  foreseeAnswerSchema,
  foreseeDecision,
  foreseeInputSchema,
} from '../administration/decide.ts';
import { runningAnswerSchema, showRunning } from '../administration/running.ts';
import { flowRoutes } from '../flow/routes.ts';
import { absenceInputSchema, actInputSchema, enrollInputSchema, previewInputSchema } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import { accountPlanSchema, showAccountPlan } from '../showing/account-plan.ts';
import { showTouchpoints } from '../showing/show.ts';
import { showToday } from '../showing/today.ts';

const showInputSchema = z.strictObject({
  /** Differs whenever the record does, so that a cache in the browser never answers for an older record. Not used here. */
  fingerprint: z.string().max(40).optional(),
});

const use = { permission: 'Inspire_Use' } as const;
const admin = { permission: 'Inspire_Admin' } as const;

/** What becomes of cadences that run although their version is not live any more. */
const administrationRoutes = (parts: TouchpointParts): Route[] => [
  defineRoute({
    ...admin,
    path: '/v1/touchpoints/running',
    operation: 'runningCadences',
    mode: 'read',
    summary: 'Cadences that run by a version that is not live any more',
    input: z.strictObject({}),
    answer: runningAnswerSchema,
    handle: (call) => showRunning(call, parts),
  }),
  defineRoute({
    ...admin,
    path: '/v1/touchpoints/running/preview',
    operation: 'foreseeRunning',
    mode: 'read',
    summary: 'What moving or ending them would change',
    input: foreseeInputSchema,
    answer: foreseeAnswerSchema,
    handle: (call) => foreseeDecision(call, parts),
  }),
  defineRoute({
    ...admin,
    path: '/v1/touchpoints/running/decide',
    operation: 'decideRunning',
    mode: 'write',
    summary: 'Move them to the live version, or end them',
    input: decideInputSchema,
    answer: decideAnswerSchema,
    handle: (call) => decideRunning(call, parts),
  }),
];

/** What reps see and do on a record. */
const recordRoutes = (parts: TouchpointParts): Route[] => [
  defineRoute({
    ...use,
    path: '/v1/touchpoints',
    operation: 'touchpoints',
    mode: 'read',
    summary: 'What to do next on this record, what was done and what comes',
    input: showInputSchema,
    answer: touchpointsAnswerSchema,
    handle: (call) => showTouchpoints(call, parts),
  }),
  defineRoute({
    ...use,
    path: '/v1/touchpoints/account',
    operation: 'accountPlan',
    mode: 'read',
    summary: 'Dates of an account that count: ends of terms, the next anniversary',
    input: showInputSchema,
    answer: accountPlanSchema,
    handle: (call) => showAccountPlan(call, parts),
  }),
  defineRoute({
    ...use,
    path: '/v1/touchpoints/preview',
    operation: 'previewTouchpoints',
    mode: 'read',
    summary: 'Dates before and after beginning a cadence, moving a touchpoint or going on',
    input: previewInputSchema,
    answer: previewAnswerSchema,
    handle: (call) => preview(call, parts),
  }),
  defineRoute({
    ...use,
    path: '/v1/touchpoints/act',
    operation: 'actOnTouchpoint',
    mode: 'write',
    summary: 'Done, skip, move, reopen; pause, go on with or stop a cadence',
    input: actInputSchema,
    answer: actAnswerSchema,
    handle: (call) => actOnTouchpoint(call, parts),
  }),
  defineRoute({
    ...use,
    path: '/v1/touchpoints/enroll',
    operation: 'enroll',
    mode: 'write',
    summary: 'Begin a cadence on this record',
    input: enrollInputSchema,
    answer: actAnswerSchema,
    handle: (call) => enrollRecord(call, parts),
  }),
];

/** What a viewer has to do across records, and when they are away. */
const viewerRoutes = (parts: TouchpointParts): Route[] => [
  defineRoute({
    ...use,
    path: '/v1/touchpoints/today',
    operation: 'today',
    mode: 'read',
    summary: 'What the viewer has to do today, across records',
    input: z.strictObject({}),
    answer: todayAnswerSchema,
    handle: (call) => showToday(call, parts),
  }),
  defineRoute({
    ...use,
    path: '/v1/touchpoints/absences',
    operation: 'setAbsence',
    mode: 'write',
    summary: 'Note days on which the viewer is away',
    input: absenceInputSchema,
    answer: absenceAnswerSchema,
    handle: (call) => setAbsence(call, parts),
  }),
];

/** The operations of the touchpoint panels, those of Flow, and those of admins. */
export const touchpointRoutes = (parts: TouchpointParts): Route[] => [
  ...administrationRoutes(parts),
  ...flowRoutes(parts),
  ...recordRoutes(parts),
  ...viewerRoutes(parts),
];
