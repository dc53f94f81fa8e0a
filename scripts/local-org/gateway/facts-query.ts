import {
  composeQuery,
  type FieldType,
  parseQuery,
  type Query,
  type Subquery,
} from '@jetstreamapp/soql-parser-js';
import type { Catalogue } from '../schema/catalogue.ts';
import { hopsOf } from './field-path.ts';

/** A query that fits this org and this user, and what was left out because the user may not read it. */
export interface FittedQuery {
  soql: string;
  /** `Opportunity.Account.Industry`, `Opportunity.OpportunityContactRoles.Role` */
  hiddenFields: string[];
}

/** Whom a query is fitted for. */
export interface Fitting {
  catalogue: Catalogue;
  /** May the user read any rows of the object? */
  mayRead: (sobject: string) => boolean;
  /** `Opportunity.Amount`, as a refused query in user mode names it. */
  refused: readonly string[];
}

/** Which object a select list reads, and how its fields are called from the outside. */
interface Scope {
  catalogue: Catalogue;
  sobject: string;
  prefix: string;
  isHidden: (hop: string) => boolean;
  hiddenFields: string[];
}

/**
 * Fits the query that an admin wrote, as InspireFactsQuery does in Apex: a field that the org does not have is left out,
 * a field that the user may not read is left out and reported.
 * @param soql with the bind variable `:recordId`, which stays
 */
export function fitQuery({ catalogue, mayRead, refused }: Fitting, soql: string): FittedQuery {
  const query = parseQuery(soql, { allowApexBindVariables: true });
  const sobject = query.sObject ?? '';
  const refusedFields = new Set(refused.map((field) => field.toLowerCase()));
  const scope: Scope = {
    catalogue,
    sobject,
    prefix: `${sobject}.`,
    isHidden: (hop) => refusedFields.has(hop) || !mayRead(hop.split('.')[0] ?? ''),
    hiddenFields: [],
  };
  const fitted: Query = { ...query, fields: keep(scope, query.fields ?? []) };
  return { soql: composeQuery(fitted), hiddenFields: scope.hiddenFields };
}

const keep = (scope: Scope, fields: readonly FieldType[]): FieldType[] =>
  fields.flatMap((field) =>
    field.type === 'FieldSubquery' ? keepChild(scope, field.subquery) : keepField(scope, field),
  );

function keepField(scope: Scope, field: FieldType): FieldType[] {
  const names = namesOf(field);
  const hops = hopsOf(scope.catalogue, scope.sobject, names);
  if (hops.length === 0) return [];
  if (!hops.some(scope.isHidden)) return [field];
  scope.hiddenFields.push(scope.prefix + names.join('.'));
  return [];
}

function keepChild(scope: Scope, subquery: Subquery): FieldType[] {
  const relationship = scope.catalogue.childRelationship(scope.sobject, subquery.relationshipName);
  if (!relationship) return [];
  const prefix = `${scope.prefix}${subquery.relationshipName}.`;
  const fields = keep({ ...scope, sobject: relationship.child.name, prefix }, subquery.fields ?? []);
  return fields.length === 0 ? [] : [{ type: 'FieldSubquery', subquery: { ...subquery, fields } }];
}

const namesOf = (field: FieldType): string[] => {
  if (field.type === 'Field') return [field.field];
  return field.type === 'FieldRelationship' ? [...field.relationships, field.field] : [];
};
