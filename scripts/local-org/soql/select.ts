import type { FieldType as SelectItem, FieldSubquery, FieldTypeOf } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { column, type Sql } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { amountIn } from './currency.ts';
import { type FunctionCall, unknownFunction } from './functions.ts';
import { columnOf, type ColumnOf, type Scope, type Source } from './scope.ts';
import type { Converted } from './values.ts';

/** Where a value of the answer comes from, in the order in which the query asked. */
export type Entry =
  | { kind: 'value'; column: string; convert: Converted | null; field: FieldDefinition }
  | { kind: 'blob'; column: string }
  | { kind: 'address'; columns: Readonly<Record<string, string>> }
  | { kind: 'parent'; node: Node }
  | { kind: 'types'; nodes: readonly Node[] }
  | { kind: 'children'; index: number };

/** One object of the answer; a parent is absent where its id is null. */
export interface Node {
  object: ObjectDefinition;
  idColumn: string;
  /** For rows of Name: the column that tells which object it is. */
  typeColumn: string | null;
  /** Reached through a lookup to several objects: the answer calls it a Name, except in TYPEOF. */
  asName: boolean;
  entries: Map<string, Entry>;
}

/** The columns of a query that lists records, and how they make up the records. */
export interface Selection {
  columns: Sql[];
  root: Node;
  children: FieldSubquery['subquery'][];
}

export function select(scope: Scope, items: readonly SelectItem[]): Selection {
  const columns: Sql[] = [];
  const add = (value: Sql): string => {
    const name = `c${columns.length}`;
    columns.push(sql`${value} as ${sql.id(name)}`);
    return name;
  };
  const root = nodeOf(scope.root, add);
  const selection: Selection = { columns, root, children: [] };
  const nodes = new Map<Source, Node>([[scope.root, root]]);
  for (const item of items) addItem({ scope, selection, nodes, add }, item);
  return selection;
}

interface Building {
  scope: Scope;
  selection: Selection;
  nodes: Map<Source, Node>;
  add: (value: Sql) => string;
}

function nodeOf(source: Source, add: Building['add']): Node {
  return {
    object: source.object,
    idColumn: add(column(source.alias, 'Id')),
    typeColumn: source.polymorphic ? add(column(source.alias, 'Type')) : null,
    asName: source.polymorphic && source.relationship !== null,
    entries: new Map(),
  };
}

function addItem(building: Building, item: SelectItem): void {
  if ('alias' in item && item.type !== 'FieldFunctionExpression') throw aliased(building, item.alias);
  if (item.type === 'Field') addPath(building, [], item.field, null);
  else if (item.type === 'FieldRelationship') addPath(building, item.relationships, item.field, null);
  else if (item.type === 'FieldSubquery') addChildren(building, item.subquery);
  else if (item.type === 'FieldTypeof') addTypeOf(building, item);
  else addFunction(building, item);
}

const aliased = ({ scope }: Building, alias = ''): Error =>
  scope.context.fault('MALFORMED_QUERY', alias, 'only aggregate expressions use field aliasing');

function addChildren({ selection }: Building, subquery: FieldSubquery['subquery']): void {
  const index = selection.children.push(subquery) - 1;
  selection.root.entries.set(subquery.relationshipName, { kind: 'children', index });
}

/** A field of the object itself or, along relationships, of a parent. */
function addPath(
  building: Building,
  relationships: readonly string[],
  name: string,
  convert: Converted | null,
  alias?: string,
): void {
  const { scope } = building;
  const path = [...relationships, name].join('.');
  const found = scope.column(path);
  const node = nodeAt(building, found.source);
  addField(building, node, found, convert, alias);
}

/** The answer's object for a table, made together with those on the way to it. */
function nodeAt(building: Building, source: Source): Node {
  const known = building.nodes.get(source);
  if (known) return known;
  for (const [parentSource, node] of [...building.nodes]) attachParents(building, parentSource, node);
  return building.nodes.get(source) ?? nodeAt(building, source);
}

function attachParents(building: Building, source: Source, node: Node): void {
  for (const parent of source.parents.values()) {
    if (building.nodes.has(parent) || parent.relationship === null) continue;
    const child = nodeOf(parent, building.add);
    building.nodes.set(parent, child);
    node.entries.set(parent.relationship, { kind: 'parent', node: child });
  }
}

function addField(
  building: Building,
  node: Node,
  found: ColumnOf,
  convert: Converted | null,
  alias?: string,
): void {
  const key = alias ?? found.field.name;
  if (node.entries.has(key)) throw duplicate(building.scope, key);
  node.entries.set(key, entryOf(building, found, convert));
}

function entryOf(building: Building, found: ColumnOf, convert: Converted | null): Entry {
  const { field, source, sql: value } = found;
  const { add } = building;
  if (field.type === 'base64') return { kind: 'blob', column: add(sql`${value} is not null`) };
  if (field.type !== 'address')
    return { kind: 'value', column: add(shownSql(building, found, convert)), convert, field };
  const parts = Object.entries(field.components);
  const columns = parts.map(([part, name]): [string, string] => [part, add(column(source.alias, name))]);
  return { kind: 'address', columns: Object.fromEntries(columns) };
}

const shownSql = (
  { scope }: Building,
  { source, field, sql: value }: ColumnOf,
  convert: Converted | null,
): Sql => (convert === 'currency' ? amountIn(source, field, value, scope.context.access.currency) : value);

const duplicate = (scope: Scope, name: string): Error =>
  scope.context.fault('INVALID_FIELD', name, `duplicate field selected: ${name}`);

function addFunction(building: Building, call: FunctionCall): void {
  const { scope } = building;
  const name = (call.functionName ?? '').toUpperCase();
  const [parameter] = call.parameters ?? [];
  if (typeof parameter !== 'string') throw unknownFunction(scope, call);
  if (name === 'FIELDS') addFields(building, parameter);
  else addConverted(building, call, parameter);
}

function addConverted(building: Building, call: FunctionCall, path: string): void {
  const convert = CONVERSIONS[(call.functionName ?? '').toUpperCase()];
  if (!convert) throw unknownFunction(building.scope, call);
  const steps = path.split('.');
  addPath(building, steps.slice(0, -1), steps.at(-1) ?? '', convert, call.alias);
}

const CONVERSIONS: Readonly<Record<string, Converted>> = {
  TOLABEL: 'label',
  FORMAT: 'format',
  CONVERTCURRENCY: 'currency',
};

/** FIELDS(ALL | STANDARD | CUSTOM): all that the user may read. */
function addFields(building: Building, group: string): void {
  const { scope, selection } = building;
  const { access } = scope.context;
  const { object } = scope.root;
  const wanted = [...object.fields.values()].filter(
    (field) =>
      access.canRead(object, field) &&
      (group.toUpperCase() === 'ALL' || field.custom === (group.toUpperCase() === 'CUSTOM')),
  );
  for (const field of wanted) {
    if (!selection.root.entries.has(field.name)) addPath(building, [], field.name, null);
  }
}

/** TYPEOF What WHEN Account THEN … ELSE … END: the row of whichever object it is. */
function addTypeOf(building: Building, item: FieldTypeOf): void {
  const { scope, selection, add } = building;
  const { context, root } = scope;
  const nodes = item.conditions.map((condition) => {
    const object =
      condition.objectType === undefined ? undefined : context.catalogue.object(condition.objectType);
    if (condition.objectType !== undefined && !object) {
      throw context.fault(
        'INVALID_TYPE',
        condition.objectType,
        `sObject type '${condition.objectType}' is not supported.`,
      );
    }
    const source = scope.parent(root, item.field, object);
    const node = nodeOf(source, add);
    for (const name of condition.fieldList) addField(building, node, columnOf(context, source, name), null);
    return node;
  });
  selection.root.entries.set(item.field, { kind: 'types', nodes });
}
