import { z } from 'zod';
import { writeAnswerSchema } from '../../http/write-back.ts';
import { configurationKinds } from '../../store/index.ts';
import { draftsSchema } from '../configuration/index.ts';

const kind = z.enum(configurationKinds);
const name = { kind, key: z.string() };
const fault = z.strictObject({ place: z.string(), message: z.string() });
const change = z.strictObject({ ...name, what: z.enum(['added', 'changed', 'retired', 'restored']) });

/** `publication` counts what is live, `revision` every write, drafts included. */
const state = { publication: z.int(), revision: z.int() };

/** The revision that the admin has seen: two admins can not overwrite each other unseen. */
const revision = z.int().min(0);
const note = z.string().trim().max(500).default('');

export const readInputSchema = z.strictObject({
  kind: kind.default('item'),
  /** Published entries and drafts with keys after this one. */
  after: z.string().max(400).default(''),
  limit: z.int().min(1).max(200).default(50),
});

/** Of what stands in the answer for reading alone; the counts say how many there are. */
export const mostListed = 200;

const value = z.record(z.string(), z.unknown());

export const readAnswerSchema = z.strictObject({
  ...state,
  /** A page of what is live, by key, without the texts of items. */
  published: z.array(z.strictObject({ ...name, version: z.int(), value })),
  /** A page of the drafts of this kind, in the same way; one without a value asks for the entry to be retired. */
  drafts: z.array(
    z.strictObject({ ...name, value: value.nullable(), savedBy: z.string(), savedAt: z.iso.datetime() }),
  ),
  /** Of every kind. */
  draftCount: z.int(),
  /** What publishing all drafts now would change, and what stands against it: the first 200 of each. */
  diff: z.strictObject({
    changes: z.array(change),
    faults: z.array(fault),
    warnings: z.array(fault),
    counts: z.strictObject({ changes: z.int(), faults: z.int(), warnings: z.int() }),
  }),
  publications: z.array(
    z.strictObject({
      number: z.int(),
      publishedBy: z.string(),
      publishedAt: z.iso.datetime(),
      note: z.string(),
      rolledBackTo: z.int().nullable(),
    }),
  ),
});

export const saveInputSchema = draftsSchema.extend({ revision });
export const saveAnswerSchema = writeAnswerSchema(z.strictObject(state));

export const publishInputSchema = z.strictObject({ revision, note });
export const publishAnswerSchema = writeAnswerSchema(
  z.strictObject({ ...state, changes: z.array(change), warnings: z.array(fault) }),
);

export const rollBackInputSchema = z.strictObject({ revision, note, to: z.int().min(1) });
export const rollBackAnswerSchema = writeAnswerSchema(z.strictObject({ ...state, changes: z.array(change) }));
