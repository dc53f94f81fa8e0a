import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { actAnswerSchema, actOnTouchpoint } from '../acting/act-on-touchpoint.ts';
import { enrollRecord } from '../acting/enroll-record.ts';
import { preview } from '../acting/preview.ts';
import { absenceAnswerSchema, setAbsence } from '../acting/set-absence.ts';
import { previewAnswerSchema, todayAnswerSchema, touchpointsAnswerSchema } from '../answer.ts';
import { absenceInputSchema, actInputSchema, enrollInputSchema, previewInputSchema } from '../inputs.ts';
import type { TouchpointParts } from '../parts.ts';
import { showTouchpoints } from '../showing/show.ts';
import { showToday } from '../showing/today.ts';

const showInputSchema = z.strictObject({
  /** Differs whenever the record does, so that a cache in the browser never answers for an older record. Not used here. */
  fingerprint: z.string().max(40).optional(),
});

const use = { permission: 'Inspire_Use' } as const;

/** The operations of the touchpoint panels. */
export const touchpointRoutes = (parts: TouchpointParts): Route[] => [
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
