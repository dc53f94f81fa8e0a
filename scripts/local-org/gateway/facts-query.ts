import {
  composeQuery,
  type FieldType,
  type Query,
  type QueryBase,
  type Subquery,
} from '@jetstreamapp/soql-parser-js';
import type { Catalogue } from '../schema/catalogue.ts';
import { parseSoql } from '../soql/parse.ts';
import { comparedFields, sortedField } from './facts-conditions.ts';
import { hopsOf } from './field-path.ts';

/** A query that fits this org and this user, and what was left out because the user may not read it. */
export interface FittedQuery {
  soql: string;
  /** `Opportunity.Amount`, `Account.Industry`, `OpportunityContactRole.Role` */
  hiddenFields: string[];
  /** What the admin asked for, whether the user may read it or not: `Account.Industry`, `OpportunityContactRoles.Role`. */
  selectedFields: string[];
}

/** Whom a query is fitted for. */
export interface Fitting {
  catalogue: Catalogue;
  /** May the user read the field (`Opportunity.Amount`), and any rows of its object? */
  isReadable: (field: string) => boolean;
  /** Fields that a refused query in user mode named besides. */
  refused: readonly string[];
}

/** Which object a select list reads, and what is hidden in the whole query. */
interface Scope {
  catalogue: Catalogue;
  sobject: string;
  isHidden: (hop: string) => boolean;
  hiddenFields: Set<string>;
}

/**
 * Fits the query that an admin wrote, as InspireFactsQuery does in Apex: a field that the org does not have is left out,
 * a field that the user may not read is left out and reported, and so are rows that are chosen by it.
 * @param soql with the bind variable `:recordId`, which stays
 */
export function fitQuery({ catalogue, isReadable, refused }: Fitting, soql: string): FittedQuery {
  const query = parseSoql(soql);
  const refusedFields = new Set(refused.map((field) => field.toLowerCase()));
  const scope: Scope = {
    catalogue,
    sobject: query.sObject ?? '',
    isHidden: (hop) => refusedFields.has(hop.toLowerCase()) || !isReadable(hop),
    hiddenFields: new Set(),
  };
  hide(scope, comparedHops(scope, query).flat());
  const fitted: Query = { ...query, fields: keep(scope, query.fields ?? []), ...sorted(scope, query) };
  return {
    soql: composeQuery(fitted),
    hiddenFields: [...scope.hiddenFields],
    selectedFields: pathsIn(query.fields ?? []),
  };
}

const keep = (scope: Scope, fields: readonly FieldType[]): FieldType[] =>
  fields.flatMap((field) =>
    field.type === 'FieldSubquery' ? keepChild(scope, field.subquery) : keepField(scope, field),
  );

function keepField(scope: Scope, field: FieldType): FieldType[] {
  const names = namesOf(field);
  const hops = hopsOf(scope.catalogue, scope.sobject, names);
  if (hops.length === 0) return [];
  return hide(scope, hops) ? [] : [field];
}

function keepChild(parent: Scope, subquery: Subquery): FieldType[] {
  const relationship = parent.catalogue.childRelationship(parent.sobject, subquery.relationshipName);
  if (!relationship) return [];
  const scope = { ...parent, sobject: relationship.child.name };
  const compared = comparedHops(scope, subquery);
  if (compared.some((hops) => hops.length === 0)) return [];
  const fields = keep(scope, subquery.fields ?? []);
  if (hide(scope, compared.flat()) || fields.length === 0) return [];
  return [{ type: 'FieldSubquery', subquery: { ...subquery, fields, ...sorted(scope, subquery) } }];
}

const namesOf = (field: FieldType): string[] => {
  if (field.type === 'Field') return [field.field];
  return field.type === 'FieldRelationship' ? [...field.relationships, field.field] : [];
};

const pathsIn = (fields: readonly FieldType[]): string[] =>
  fields.flatMap((field) =>
    field.type === 'FieldSubquery'
      ? pathsIn(field.subquery.fields ?? []).map((path) => `${field.subquery.relationshipName}.${path}`)
      : [namesOf(field).join('.')],
  );

/** Reports those of the fields that are hidden. @returns whether there was one */
function hide(scope: Scope, hops: readonly string[]): boolean {
  const hidden = hops.filter(scope.isHidden);
  for (const hop of hidden) scope.hiddenFields.add(hop);
  return hidden.length > 0;
}

/** The fields that each comparison passes; none where the org lacks one. */
const comparedHops = ({ catalogue, sobject }: Scope, { where }: QueryBase): string[][] =>
  comparedFields(where).map((path) => hopsOf(catalogue, sobject, path.split('.')));

/** ORDER BY without what the org lacks or the user may not read. */
function sorted(
  { catalogue, sobject, isHidden }: Scope,
  { orderBy = [] }: QueryBase,
): Pick<QueryBase, 'orderBy'> {
  const kept = [orderBy].flat().filter((clause) => {
    const hops = hopsOf(catalogue, sobject, sortedField(clause)?.split('.') ?? []);
    return hops.length > 0 && !hops.some(isHidden);
  });
  return { orderBy: kept };
}
