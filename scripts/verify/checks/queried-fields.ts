import {
  type FieldType,
  type OrderByClause,
  parseQuery,
  type Subquery,
  type WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { comparedFields, sortedField } from '../../local-org/gateway/facts-conditions.ts';
import { hopsOf } from '../../local-org/gateway/field-path.ts';
import type { Catalogue } from '../../local-org/schema/catalogue.ts';

interface Selection {
  fields?: FieldType[];
  where?: WhereClause;
  orderBy?: OrderByClause | OrderByClause[];
}

/** Names of all fields that a selection mentions itself, sub-queries apart. */
function fieldNames({ fields = [], where, orderBy = [] }: Selection): string[] {
  const selected = fields.flatMap((field) => {
    if (field.type === 'Field') return [field.field];
    if (field.type === 'FieldRelationship') return [[...field.relationships, field.field].join('.')];
    return [];
  });
  const sorted = [orderBy].flat().flatMap((clause) => sortedField(clause) ?? []);
  return [...selected, ...comparedFields(where), ...sorted];
}

const unknownFields = (catalogue: Catalogue, sobject: string, selection: Selection): string[] =>
  fieldNames(selection)
    .filter((name) => hopsOf(catalogue, sobject, name.split('.')).length === 0)
    .map((name) => `${sobject} has no ${name}`);

function childFaults(catalogue: Catalogue, sobject: string, subquery: Subquery): string[] {
  const child = catalogue.childRelationship(sobject, subquery.relationshipName)?.child.name;
  if (child === undefined) return [`${sobject} has no child relationship ${subquery.relationshipName}`];
  return unknownFields(catalogue, child, subquery);
}

/** Functions and aliases: InspireSelectList does not know them and would leave them out without a word. */
const unsupported = (fields: readonly FieldType[]): string[] =>
  fields
    .filter(({ type }) => type !== 'Field' && type !== 'FieldRelationship' && type !== 'FieldSubquery')
    .map(({ type }) => `selects a ${type}, which record facts can not`);

/**
 * Fields, parents and children that a query names and the schema does not have.
 * @param soql as in Apex: bind variables and ALL ROWS are allowed
 */
export function queryFaults(catalogue: Catalogue, soql: string): string[] {
  const plain = soql
    .replaceAll(/:\s*[\w.]+(\(\))?/g, "'x'")
    .replaceAll(/\b(IN|NOT IN)\s+'x'/gi, "$1 ('x')")
    .replace(/\s+WITH\s+(USER|SYSTEM)_MODE\b/i, '')
    .replace(/\s+ALL\s+ROWS\s*$/i, '');
  const query = parseQuery(plain);
  const sobject = query.sObject ?? '';
  if (!catalogue.object(sobject)) return [`there is no object ${sobject}`];
  const children = (query.fields ?? []).flatMap((field) =>
    field.type === 'FieldSubquery' ? childFaults(catalogue, sobject, field.subquery) : [],
  );
  return [...unsupported(query.fields ?? []), ...unknownFields(catalogue, sobject, query), ...children];
}
