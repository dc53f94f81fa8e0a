import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  type Cadence,
  cadenceSchema,
  type CadenceSettings,
  cadenceSettingsSchema,
  type WorkingCalendar,
  workingCalendarSchema,
} from '../../cadences/index.ts';
import type { Fault } from '../../errors.ts';
import {
  type FactSource,
  factSourceSchema,
  stageKey,
  type StageMapping,
  stageMappingSchema,
} from '../../journey/index.ts';
import { type ContentMapping, contentMappingSchema } from '../content-mapping.ts';
import { type ContentItem, contentItemSchema } from '../item.ts';
import { unstorable } from '../../store/index.ts';
import { countOpenBlanks } from '../sharing.ts';
import { placeOf } from './place.ts';
import type { EntryName, Placed } from './set.ts';

type Typed =
  | { kind: 'item'; value: ContentItem }
  | { kind: 'rule'; value: ContentMapping }
  | { kind: 'stage'; value: StageMapping }
  | { kind: 'factSource'; value: FactSource }
  | { kind: 'cadence'; value: Cadence }
  | { kind: 'workingCalendar'; value: WorkingCalendar }
  | { kind: 'cadenceSettings'; value: CadenceSettings };

/** An entry that is right in itself. */
export type Entry = Typed & EntryName & { place: string };

/** How an entry is stored: the text of an item lies beside the rest, so that lists load without it. */
export interface StoredEntry extends EntryName {
  content: Record<string, unknown>;
  body: string | null;
  open_blanks: number;
  digest: string;
}

type Parsed = { entry: Entry } | { faults: Fault[] };

/** Checks one entry by the schema of its kind. */
export function parseEntry(placed: Placed): Parsed {
  const broken = unstorable(placed.value);
  if (broken)
    return {
      faults: [{ place: placeOf(placed.place, broken), message: 'holds a character that is no text' }],
    };
  switch (placed.kind) {
    case 'item':
      return parsed(placed, contentItemSchema, (value) => ({ kind: 'item', value, key: value.id }));
    case 'rule':
      return parsed(placed, contentMappingSchema, (value) => ({ kind: 'rule', value, key: value.id }));
    case 'stage':
      return parsed(placed, stageMappingSchema, (value) => ({
        kind: 'stage',
        value,
        key: stageKey(value.recordType, value.stageName),
      }));
    case 'factSource':
      return parsed(placed, factSourceSchema, (value) => ({
        kind: 'factSource',
        value,
        key: factSourceKey(value),
      }));
    case 'cadence':
      return parsed(placed, cadenceSchema, (value) => ({ kind: 'cadence', value, key: value.id }));
    case 'workingCalendar':
      return parsed(placed, workingCalendarSchema, (value) => ({
        kind: 'workingCalendar',
        value,
        key: value.id,
      }));
    case 'cadenceSettings':
      return parsed(placed, cadenceSettingsSchema, (value) => ({
        kind: 'cadenceSettings',
        value,
        key: value.id,
      }));
  }
}

/** A row of the fact table is known by what it reads for which fact. */
export const factSourceKey = (row: FactSource): string => `${row.sobject}:${row.dimension}:${row.path}`;

function parsed<Value>(
  { place, value }: Placed,
  schema: z.ZodType<Value>,
  name: (value: Value) => Typed & { key: string },
): Parsed {
  const result = schema.safeParse(value);
  if (result.success) return { entry: { ...name(result.data), place } };
  return {
    faults: result.error.issues.map(({ path, message }) => ({ place: placeOf(place, path), message })),
  };
}

export function storedForm(entry: Entry): StoredEntry {
  const { kind, key, value } = entry;
  const { body, ...content } = 'body' in value ? value : { ...value, body: undefined };
  const digest = createHash('sha256').update(canonical(value)).digest('base64url');
  return {
    kind,
    key,
    content,
    body: body ?? null,
    open_blanks: entry.kind === 'item' ? countOpenBlanks(entry.value) : 0,
    digest,
  };
}

/** JSON with the names of each object in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
