import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import { suggestionsAnswerSchema } from '../answer.ts';
import { react, reactAnswerSchema, reactInputSchema, type ReactParts } from '../reactions/react.ts';
import { undo, undoAnswerSchema, undoInputSchema } from '../reactions/undo.ts';
import { suggest, type SuggestParts } from '../suggest.ts';

const suggestInputSchema = z.strictObject({
  limit: z.int().min(1).max(50).default(10),
  /** The publication that the viewer's own write returned; the list is at least as new. */
  publication: z.int().min(0).optional(),
  /** Differs whenever the record does, so that a cache in the browser never answers for an older record. Not used here. */
  fingerprint: z.string().max(40).optional(),
});

/** The operations of the suggestions panel. */
export const suggestionRoutes = (parts: SuggestParts & ReactParts): Route[] => [
  defineRoute({
    path: '/v1/suggestions',
    operation: 'suggestions',
    mode: 'read',
    permission: 'Inspire_Use',
    summary: 'What to use next on this record, and why',
    input: suggestInputSchema,
    answer: suggestionsAnswerSchema,
    handle: (call) => suggest(call, parts),
  }),
  defineRoute({
    path: '/v1/suggestions/reactions',
    operation: 'react',
    mode: 'write',
    permission: 'Inspire_Use',
    summary: 'Use, share or dismiss an item on this record',
    input: reactInputSchema,
    answer: reactAnswerSchema,
    handle: (call) => react(call, parts),
  }),
  defineRoute({
    path: '/v1/suggestions/reactions/undo',
    operation: 'undoReaction',
    mode: 'write',
    permission: 'Inspire_Use',
    summary: 'Take a reaction back',
    input: undoInputSchema,
    answer: undoAnswerSchema,
    handle: (call) => undo(call, parts),
  }),
];
