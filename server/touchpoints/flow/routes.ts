import { defineRoute, type Route } from '../../http/route.ts';
import type { TouchpointParts } from '../parts.ts';
import { flowEnroll } from './enroll.ts';
import { flowNext } from './next.ts';
import {
  flowEnrollAnswerSchema,
  flowEnrollInputSchema,
  flowNextAnswerSchema,
  flowNextInputSchema,
} from './schemas.ts';

/** The operations of the Flow actions: the same as those of the panels, for many records at once. */
export const flowRoutes = (parts: TouchpointParts): Route[] => [
  defineRoute({
    permission: 'Inspire_Use',
    path: '/v1/touchpoints/flow/enroll',
    operation: 'flowEnroll',
    mode: 'write',
    summary: 'Begin cadences on up to 200 records',
    input: flowEnrollInputSchema,
    answer: flowEnrollAnswerSchema,
    handle: (call) => flowEnroll(call, parts),
  }),
  defineRoute({
    permission: 'Inspire_Use',
    path: '/v1/touchpoints/flow/next',
    operation: 'flowNext',
    mode: 'read',
    summary: 'The next touchpoint of up to 200 records',
    input: flowNextInputSchema,
    answer: flowNextAnswerSchema,
    handle: (call) => flowNext(call, parts),
  }),
];
