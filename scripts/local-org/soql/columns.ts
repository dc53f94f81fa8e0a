import type { FieldType as SelectItem } from '@jetstreamapp/soql-parser-js';
import type { Catalogue } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { assertAnswerable } from './answerable.ts';
import { objectOf } from './from.ts';
import { parseSoql } from './parse.ts';
import { contextOf, type Querying } from './query.ts';

/** One column of an answer, as the sf CLI asks for it to print a table. */
interface ColumnMetadata {
  aggregate: boolean;
  apexType: string | null;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

/**
 * The columns that a query answers, without answering it.
 * @throws SalesforceError for what the query itself is refused for
 */
export function columnsOf(querying: Querying, access: Access, soql: string): Record<string, unknown> {
  const query = parseSoql(soql);
  const context = contextOf(querying, access, soql, {});
  const object = objectOf(context, query);
  assertAnswerable(context, object, query);
  const items = query.fields ?? [];
  return {
    columnMetadata: items.map((item) => columnMetadata(querying.catalogue, object, item)),
    entityName: object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: items.some((item) => item.type === 'Field' && item.field.toLowerCase() === 'id'),
    keyPrefix: object.prefix,
  };
}

/** A column by its name; one that is no field of the object tells its name only. */
function named(
  object: ObjectDefinition | undefined,
  name: string,
  joinColumns: ColumnMetadata[] = [],
  aggregate = false,
): ColumnMetadata {
  const field = object?.fields.get(name.toLowerCase());
  const shown = field?.name ?? name;
  return { ...kindOf(field), aggregate, apexType: null, columnName: shown, displayName: shown, joinColumns };
}

type Kind = Omit<ColumnMetadata, 'aggregate' | 'apexType' | 'columnName' | 'displayName' | 'joinColumns'>;

function kindOf(field: FieldDefinition | undefined): Kind {
  if (!field) return UNKNOWN;
  const isNumber = ['int', 'double', 'currency', 'percent'].includes(field.type);
  return {
    booleanType: field.type === 'boolean',
    custom: field.custom,
    foreignKeyName: field.relationshipName,
    insertable: field.createable,
    numberType: isNumber,
    textType: !isNumber && field.type !== 'boolean',
    updatable: field.updateable,
  };
}

const UNKNOWN: Kind = {
  booleanType: false,
  custom: false,
  foreignKeyName: null,
  insertable: false,
  numberType: false,
  textType: false,
  updatable: false,
};

function columnMetadata(catalogue: Catalogue, object: ObjectDefinition, item: SelectItem): ColumnMetadata {
  switch (item.type) {
    case 'FieldRelationship':
      return along(catalogue, object, [...item.relationships, item.field]);
    case 'FieldSubquery': {
      const { relationshipName: name, fields = [] } = item.subquery;
      const child = catalogue.childRelationship(object.name, name)?.child ?? object;
      const inner = fields.map((each) => columnMetadata(catalogue, child, each));
      return named(object, name, inner, true);
    }
    case 'FieldFunctionExpression':
      return named(object, item.alias ?? item.functionName.toLowerCase());
    default:
      return named(object, item.field);
  }
}

/** A path as columns inside each other; what several objects may stand for is told by its name only. */
function along(
  catalogue: Catalogue,
  object: ObjectDefinition | undefined,
  [first = '', ...rest]: readonly string[],
): ColumnMetadata {
  if (rest.length === 0) return named(object, first);
  const lookup = [...(object?.fields.values() ?? [])].find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  const [parent, ...others] = lookup?.referenceTo ?? [];
  const target = parent !== undefined && others.length === 0 ? catalogue.object(parent) : undefined;
  return named(object, lookup?.relationshipName ?? first, [along(catalogue, target, rest)]);
}
