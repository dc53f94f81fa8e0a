import type { Query } from '@jetstreamapp/soql-parser-js';
import type { ObjectDefinition } from '../schema/object.ts';
import { aggregate, isAggregateQuery } from './aggregate.ts';
import { assertReadable, listIds } from './list.ts';
import { createScope, type QueryContext } from './scope.ts';
import { whereSql } from './where.ts';

/**
 * Refuses a query that is only told about (its plan, its columns) for what it would be refused for when it runs.
 * @throws SalesforceError
 */
export function assertAnswerable(
  context: QueryContext,
  object: ObjectDefinition,
  query: Omit<Query, 'sObject'>,
): void {
  if (isAggregateQuery(query)) {
    const scope = createScope(context, object, query.sObjectAlias);
    aggregate(scope, query);
    if (query.where) whereSql(scope, query.where);
  } else listIds(context, object, query);
  for (const item of query.fields ?? []) {
    if (item.type !== 'FieldSubquery') continue;
    const relationship = context.catalogue.childRelationship(object.name, item.subquery.relationshipName);
    if (relationship) assertAnswerable(context, relationship.child, item.subquery);
  }
  assertReadable(context);
}
