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
  /** `Opportunity.Amount`, `Account.Industry`, `OpportunityContactRole.Role` */
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

/** Which object a select list reads, and what is hidden in the whole query. */
interface Scope {
  catalogue: Catalogue;
  sobject: string;
  isHidden: (hop: string) => boolean;
  hiddenFields: Set<string>;
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
    isHidden: (hop) => refusedFields.has(hop.toLowerCase()) || !mayRead(hop.split('.')[0] ?? ''),
    hiddenFields: new Set(),
  };
  const fitted: Query = { ...query, fields: keep(scope, query.fields ?? []) };
  return { soql: composeQuery(fitted), hiddenFields: [...scope.hiddenFields] };
}

const keep = (scope: Scope, fields: readonly FieldType[]): FieldType[] =>
  fields.flatMap((field) =>
    field.type === 'FieldSubquery' ? keepChild(scope, field.subquery) : keepField(scope, field),
  );

function keepField(scope: Scope, field: FieldType): FieldType[] {
  const names = namesOf(field);
  const hops = hopsOf(scope.catalogue, scope.sobject, names);
  if (hops.length === 0) return [];
  const hidden = hops.filter(scope.isHidden);
  for (const hop of hidden) scope.hiddenFields.add(hop);
  return hidden.length === 0 ? [field] : [];
}

function keepChild(scope: Scope, subquery: Subquery): FieldType[] {
  const relationship = scope.catalogue.childRelationship(scope.sobject, subquery.relationshipName);
  if (!relationship) return [];
  const fields = keep({ ...scope, sobject: relationship.child.name }, subquery.fields ?? []);
  return fields.length === 0 ? [] : [{ type: 'FieldSubquery', subquery: { ...subquery, fields } }];
}

const namesOf = (field: FieldType): string[] => {
  if (field.type === 'Field') return [field.field];
  return field.type === 'FieldRelationship' ? [...field.relationships, field.field] : [];
};
