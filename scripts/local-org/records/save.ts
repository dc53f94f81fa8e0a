import type { Executor } from '../database.ts';
import type { RecordError } from '../errors.ts';
import { normalId } from '../ids.ts';
import { fieldOf } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { accessToStored, type RowAccess } from '../sharing/accessible.ts';
import type { Change, ObjectRules, Saving } from './change.ts';
import { numberRows } from './auto-number.ts';
import { checkRequired, completed, stamped } from './complete.ts';
import { resolveForeignKeys } from './foreign-keys.ts';
import { type Given, type Input, type Operation, readInput } from './input.ts';
import { checkReferences } from './references.ts';
import { insertRows, loadRows, type Row, updateRows } from './row.ts';
import { checkUnique, checkUniqueTogether } from './unique.ts';
import type { Wire } from './value.ts';

/** What became of one record of a request. */
export interface SaveResult {
  id: string | null;
  success: boolean;
  errors: RecordError[];
  /** Of an upsert: whether the row is new. */
  created?: boolean;
}

export interface SaveRequest {
  object: ObjectDefinition;
  operation: Operation;
  records: readonly Given[];
  wire: Wire;
  rules: ObjectRules;
  /** Rows that changed after this instant are refused; all are taken if not set. */
  unmodifiedSince?: string | undefined;
}

/** Saves what can be saved; the errors of the rest are in their results, in the order of the request. */
export async function save(saving: Saving, request: SaveRequest): Promise<SaveResult[]> {
  const { object, operation, records, rules, unmodifiedSince } = request;
  const inputs = records.map((given) => readInput(saving.access, object, operation, given, request.wire));
  await resolveForeignKeys(saving, inputs);
  const changes =
    operation === 'insert'
      ? await newRows(saving, object, inputs)
      : await changedRows(saving, object, records, inputs, unmodifiedSince);
  await checkReferences(saving, object, fine(changes));
  await rules.before?.(saving, fine(changes));
  for (const change of fine(changes)) checkRequired(object, change);
  await checkUnique(saving, object, fine(changes));
  await checkUniqueTogether(saving, object, fine(changes));
  await numberRows(saving, object, fine(changes));
  const written = fine(changes);
  await write(saving.trx, object, written);
  await rules.after?.(saving, written);
  return changes.map(resultOf);
}

const fine = (changes: readonly Change[]): Change[] => changes.filter((change) => change.errors.length === 0);

const resultOf = (change: Change): SaveResult => {
  const success = change.errors.length === 0;
  return { id: success || change.before ? change.id : null, success, errors: change.errors };
};

async function newRows(
  saving: Saving,
  object: ObjectDefinition,
  inputs: readonly Input[],
): Promise<Change[]> {
  const ids = await saving.newIds(object.prefix, inputs.length);
  return inputs.map(({ values, errors }, index) => {
    const id = ids[index] ?? '';
    return {
      index,
      id,
      before: null,
      after: completed(object, saving.access, id, saving.now, values),
      given: new Set(Object.keys(values)),
      errors: [...errors],
    };
  });
}

async function changedRows(
  saving: Saving,
  object: ObjectDefinition,
  records: readonly Given[],
  inputs: readonly Input[],
  unmodifiedSince = '9999',
): Promise<Change[]> {
  const ids = records.map(idOf);
  const known = ids.flatMap((id) => id ?? []);
  const stored = await loadRows(saving.trx, object, known, true);
  const access = await accessToStored(saving, object, [...stored.keys()]);
  const stamps = stamped(object, saving.access, saving.now);
  return inputs.map(({ values, errors }, index) => {
    const id = ids[index] ?? null;
    const before = id ? (stored.get(id) ?? null) : null;
    return {
      index,
      id: id ?? '',
      before,
      after: { ...before, ...filled(object, values), ...stamps },
      given: new Set(Object.keys(values)),
      errors: [
        ...refusals(records[index], id, before, id ? access.get(id) : undefined, values),
        ...outdated(before, unmodifiedSince),
        ...errors,
      ],
    };
  });
}

/** A boolean cannot be emptied. */
function filled(object: ObjectDefinition, values: Row): Row {
  const entries = Object.entries(values).map(([name, value]) => {
    const isBoolean = fieldOf(object, name)?.type === 'boolean';
    return [name, isBoolean && value === null ? false : value] as const;
  });
  return Object.fromEntries(entries);
}

/** What a record gives as its id, in any spelling of the field's name; null if that is nothing. */
export function givenId(given: Given): string | null {
  const value = Object.entries(given).find(([name]) => name.toLowerCase() === 'id')?.[1];
  if (typeof value === 'string') return value === '' ? null : value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** The id of a record; null if it gives none, or something else. */
export function idOf(given: Given): string | null {
  const text = givenId(given);
  return text === null ? null : normalId(text);
}

function refusals(
  given: Given | undefined,
  id: string | null,
  before: Row | null,
  access: RowAccess | undefined,
  values: Row,
): RecordError[] {
  const refuse = (statusCode: string, message: string): RecordError[] => [
    { statusCode, message, fields: [] },
  ];
  if (!id) {
    const written = givenId(given ?? {});
    if (written === null) return refuse('MISSING_ARGUMENT', 'Id not specified in an update call');
    return refuse('MALFORMED_ID', `Record ID: id value of incorrect type: ${written}`);
  }
  return closed(before, access, values).flatMap(([statusCode, message]) => refuse(statusCode, message));
}

const outdated = (before: Row | null, unmodifiedSince: string): RecordError[] =>
  String(before?.['LastModifiedDate'] ?? '') <= unmodifiedSince
    ? []
    : [{ statusCode: 'PRECONDITION_FAILED', message: `modified after ${unmodifiedSince}`, fields: [] }];

/** Why a row is closed to the change; nothing if it is not. */
function closed(before: Row | null, access: RowAccess | undefined, values: Row): [string, string][] {
  if (before?.['IsDeleted'] === true) return [['ENTITY_IS_DELETED', 'entity is deleted']];
  if (!before || !access?.read) return [['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id']];
  const transfers = (values['OwnerId'] ?? before['OwnerId']) !== before['OwnerId'];
  const may = access.edit && (!transfers || access.delete);
  return may ? [] : [['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id']];
}

async function write(trx: Executor, object: ObjectDefinition, changes: readonly Change[]): Promise<void> {
  await insertRows(
    trx,
    object,
    changes.filter(({ before }) => !before).map(({ after }) => after),
  );
  const patches = changes.flatMap(({ id, before, after }) =>
    before ? [[id, patchOf(before, after)] as const] : [],
  );
  await updateRows(trx, object, new Map(patches));
}

/** What differs from the stored row. */
function patchOf(before: Row, after: Row): Row {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => (before[name] ?? null) !== (value ?? null)),
  );
}
