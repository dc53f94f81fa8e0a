import { sql } from 'kysely';
import { column, type Executor, type Sql, table } from '../database.ts';
import type { SalesforceError } from '../errors.ts';
import { noSuchColumn, noSuchRelationship } from '../errors.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { readableRows } from '../sharing/visible-rows.ts';
import type { CalendarOfUser } from './date-literals.ts';
import { NAME_OBJECT, nameRows } from './polymorphic.ts';

/** What a query is run with. */
export interface Running {
  executor: Executor;
  /** For UserRecordAccess, which answers about any user. */
  accessOf(userId: string): Promise<Access>;
}

/** What a query needs to know beside its text. */
export interface QueryContext {
  catalogue: Catalogue;
  access: Access;
  /** Whether rows in the recycle bin count (queryAll). */
  withDeleted: boolean;
  calendar: CalendarOfUser;
  /** Path under which records are addressed, `/services/data/v65.0/sobjects`. */
  recordsUrl: string;
  binds: Readonly<Record<string, unknown>> | null;
  /** Fields that the user may not read, as `Object.Field`; collected, judged when the query is complete. */
  denied: Set<string>;
  /** A fault, worded with the place of the token in the query. */
  fault(code: string, token: string, message: string): SalesforceError;
  /** The fault for fields that the user may not read. */
  refuse(denied: readonly string[]): SalesforceError;
}

/** A table that the query reads from, with how to get at it from its parent. */
export interface Source {
  object: ObjectDefinition;
  alias: string;
  parents: Map<string, Source>;
  /** The lookup that leads here points at several objects: then only the fields of Name can be read. */
  polymorphic: boolean;
  /** The relationships that lead here. */
  path: readonly string[];
  /** Name of the relationship that leads here; null for the root and for the branches of TYPEOF. */
  relationship: string | null;
}

export interface ColumnOf {
  source: Source;
  field: FieldDefinition;
  sql: Sql;
}

/** One FROM with the joins that its paths call for. */
export interface Scope {
  context: QueryContext;
  root: Source;
  joins: Sql[];
  /** Column of a path such as `Account.Owner.Name`, alias or object name in front allowed. */
  column(path: string): ColumnOf;
  parent(source: Source, relationship: string, only?: ObjectDefinition): Source;
}

const MAX_PARENT_LEVELS = 5;
let aliases = 0;
const nextAlias = (): string => `t${(aliases = (aliases + 1) % 1_000_000)}`;

export function createScope(context: QueryContext, object: ObjectDefinition, objectAlias?: string): Scope {
  const root: Source = {
    object,
    alias: nextAlias(),
    parents: new Map(),
    polymorphic: false,
    path: [],
    relationship: null,
  };
  const joins: Sql[] = [];
  const names = new Set([object.name.toLowerCase(), ...(objectAlias ? [objectAlias.toLowerCase()] : [])]);
  const scope: Scope = {
    context,
    root,
    joins,
    parent: (source, relationship, only) => parentOf(scope, source, relationship, only),
    column(path) {
      const parts = path.split('.');
      const isPrefixed =
        parts.length > 1 && names.has((parts[0] ?? '').toLowerCase()) && !hasParent(object, parts[0] ?? '');
      const steps = isPrefixed ? parts.slice(1) : parts;
      if (steps.length - 1 > MAX_PARENT_LEVELS) throw tooDeep(context, path);
      const source = steps.slice(0, -1).reduce((from, step) => parentOf(scope, from, step), root);
      return columnOf(context, source, steps.at(-1) ?? '');
    },
  };
  return scope;
}

const tooDeep = (context: QueryContext, path: string): SalesforceError =>
  context.fault(
    'INVALID_FIELD',
    path,
    `Maximum number of parent relationships in a path is ${MAX_PARENT_LEVELS}: ${path}`,
  );

const hasParent = (object: ObjectDefinition, name: string): boolean => lookupOf(object, name) !== undefined;

function lookupOf(object: ObjectDefinition, relationship: string): FieldDefinition | undefined {
  const wanted = relationship.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted);
}

/** The column of a field; one that the user may not read is noted, so that the whole query can name them all. */
export function columnOf(context: QueryContext, source: Source, name: string): ColumnOf {
  const field = fieldOf(source.object, name);
  if (!field) throw context.fault('INVALID_FIELD', name, noSuchColumn(name, source.object.name));
  if (!context.access.canRead(source.object, field))
    context.denied.add(`${source.object.name}.${field.name}`);
  return { source, field, sql: column(source.alias, field.name) };
}

function parentOf(scope: Scope, source: Source, relationship: string, only?: ObjectDefinition): Source {
  const key = `${relationship.toLowerCase()}:${only?.name ?? ''}`;
  const known = source.parents.get(key);
  if (known) return known;
  const { context } = scope;
  const lookup = lookupOf(source.object, relationship);
  if (!lookup)
    throw context.fault('INVALID_FIELD', relationship, noSuchRelationship(relationship, 'field path'));
  if (!context.access.canRead(source.object, lookup))
    context.denied.add(`${source.object.name}.${lookup.name}`);
  const target = only ?? targetOf(context, lookup);
  const parent: Source = {
    object: target ?? NAME_OBJECT,
    alias: nextAlias(),
    parents: new Map(),
    polymorphic: !target,
    path: [...source.path, lookup.relationshipName ?? ''],
    relationship: only ? null : lookup.relationshipName,
  };
  source.parents.set(key, parent);
  scope.joins.push(
    target ? joinTo(context, source, lookup, parent) : joinToName(context, source, lookup, parent),
  );
  return parent;
}

function targetOf({ catalogue }: QueryContext, lookup: FieldDefinition): ObjectDefinition | undefined {
  const [first, ...others] = lookup.referenceTo;
  return first !== undefined && others.length === 0 ? catalogue.object(first) : undefined;
}

function joinTo(context: QueryContext, source: Source, lookup: FieldDefinition, parent: Source): Sql {
  const readable = readableRows(context.catalogue, context.access, parent.object, parent.alias);
  const conditions = [
    sql`${column(parent.alias, 'Id')} = ${column(source.alias, lookup.name)}`,
    ...(parent.object.softDelete && !context.withDeleted
      ? [sql`not ${column(parent.alias, 'IsDeleted')}`]
      : []),
    ...(readable ? [readable] : []),
  ];
  return sql`left join ${table(parent.object.name)} ${sql.id(parent.alias)} on ${sql.join(conditions, sql` and `)}`;
}

function joinToName(context: QueryContext, source: Source, lookup: FieldDefinition, parent: Source): Sql {
  const rows = nameRows(context.catalogue, context.access, lookup.referenceTo);
  return sql`left join lateral (select * from (${rows}) n where n."Id" = ${column(source.alias, lookup.name)}) ${sql.id(parent.alias)} on true`;
}
