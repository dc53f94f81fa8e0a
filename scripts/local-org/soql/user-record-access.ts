import type { ConditionWithValueQuery, Query } from '@jetstreamapp/soql-parser-js';
import { normalId } from '../ids.ts';
import { accessTo, type RowAccess } from '../sharing/accessible.ts';
import { fieldOf } from '../schema/catalogue.ts';
import { conditionTree } from './condition-tree.ts';
import { literalsOf } from './literals.ts';
import type { Answer, QueriedRecord } from './record.ts';
import type { QueryContext, Running } from './scope.ts';

/** Records that one query may ask about. */
const MAX_RECORDS = 200;
const SHAPE = 'UserRecordAccess is filtered by UserId = and by RecordId = or IN, and by nothing else';

/**
 * What a user may do with records, worked out by the same rules that queries and saves go by. Salesforce takes this
 * object only with a filter for one user and up to 200 records.
 */
export async function userRecordAccess(
  running: Running,
  context: QueryContext,
  query: Query,
): Promise<Answer> {
  const { userId, recordIds } = askedAbout(context, query);
  const access = await running.accessOf(userId);
  const object = context.catalogue.object('UserRecordAccess');
  const fields = (query.fields ?? []).map((item) => {
    const field = item.type === 'Field' && object ? fieldOf(object, item.field) : undefined;
    if (!field)
      throw context.fault(
        'INVALID_FIELD',
        'field' in item ? item.field : '',
        'UserRecordAccess answers its own fields only',
      );
    return field.name;
  });
  const groups = Map.groupBy(recordIds, (id) => context.catalogue.ofId(id));
  const known = new Map<string, RowAccess>();
  for (const [target, ids] of groups) {
    if (!target || target.virtual) continue;
    const found = await accessTo(
      { trx: running.executor, catalogue: context.catalogue, access },
      target,
      ids,
    );
    for (const [id, each] of found) known.set(id, each);
  }
  const records = recordIds.map((id) => recordOf(userId, id, known.get(id), fields));
  return { totalSize: records.length, records, more: false };
}

function askedAbout(context: QueryContext, query: Query): { userId: string; recordIds: string[] } {
  const tree = query.where ? conditionTree(query.where) : null;
  const leaves = tree?.kind === 'and' ? tree.parts : tree ? [tree] : [];
  const asked = new Map<string, string[]>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'leaf') throw context.fault('MALFORMED_QUERY', '', SHAPE);
    const { name, ids } = comparison(context, leaf.condition);
    asked.set(name, ids);
  }
  const [userId, ...others] = asked.get('userid') ?? [];
  const recordIds = asked.get('recordid') ?? [];
  if (userId === undefined || others.length > 0 || recordIds.length === 0 || recordIds.length > MAX_RECORDS) {
    throw context.fault('MALFORMED_QUERY', '', SHAPE);
  }
  return { userId, recordIds: [...new Set(recordIds)] };
}

function comparison(
  context: QueryContext,
  condition: ConditionWithValueQuery,
): { name: string; ids: string[] } {
  if (!('field' in condition) || !('value' in condition) || !['=', 'IN'].includes(condition.operator)) {
    throw context.fault('MALFORMED_QUERY', '', SHAPE);
  }
  const ids = literalsOf(condition, context.binds).map((literal) => {
    const id = literal.kind === 'string' ? normalId(literal.value) : null;
    if (id) return id;
    throw context.fault(
      'INVALID_QUERY_FILTER_OPERATOR',
      condition.field,
      `invalid ID field: ${'value' in literal ? String(literal.value) : 'null'}`,
    );
  });
  return { name: condition.field.toLowerCase(), ids };
}

/** Whoever may delete a row may do everything with it; that is how far owner and hierarchy reach. */
function recordOf(
  userId: string,
  recordId: string,
  access: RowAccess | undefined,
  fields: readonly string[],
): QueriedRecord {
  const may = access ?? { read: false, edit: false, delete: false };
  const values: Readonly<Record<string, unknown>> = {
    Id: recordId,
    UserId: userId,
    RecordId: recordId,
    HasReadAccess: may.read,
    HasEditAccess: may.edit,
    HasDeleteAccess: may.delete,
    HasTransferAccess: may.delete,
    HasAllAccess: may.delete && may.edit,
    MaxAccessLevel: levelOf(may),
  };
  return {
    attributes: { type: 'UserRecordAccess' },
    ...Object.fromEntries(fields.map((field) => [field, values[field] ?? null])),
  };
}

function levelOf(may: RowAccess): string {
  if (may.delete && may.edit) return 'All';
  if (may.delete) return 'Delete';
  if (may.edit) return 'Edit';
  return may.read ? 'Read' : 'None';
}
