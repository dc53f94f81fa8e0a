import type { Query } from '@jetstreamapp/soql-parser-js';
import type { ObjectDefinition } from '../schema/object.ts';
import { conditionTree, leavesOf } from './condition-tree.ts';
import type { QueryContext } from './scope.ts';

/** Rows that FIELDS(ALL) and FIELDS(CUSTOM) may list. */
const MAX_FIELDS_ROWS = 200;

/** @throws SalesforceError MALFORMED_QUERY for what Salesforce restricts although it could be answered */
export function assertAllowed(context: QueryContext, object: ObjectDefinition, query: Query): void {
  if (query.withDataCategory) {
    throw context.fault('MALFORMED_QUERY', 'WITH', 'Data categories are not available in this org');
  }
  if (listsUnboundedFields(query) && (query.limit ?? Number.POSITIVE_INFINITY) > MAX_FIELDS_ROWS) {
    const message = `The SOQL FIELDS function must have a LIMIT of at most ${MAX_FIELDS_ROWS}`;
    throw context.fault('MALFORMED_QUERY', 'FIELDS', message);
  }
  if (object.name === 'ContentDocumentLink' && !context.access.system && !namesLink(query)) {
    throw context.fault(
      'MALFORMED_QUERY',
      'ContentDocumentLink',
      'Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Ids using the IN operator.',
    );
  }
}

function listsUnboundedFields({ fields = [] }: Query): boolean {
  return fields.some((item) => {
    if (item.type !== 'FieldFunctionExpression' || item.functionName.toUpperCase() !== 'FIELDS') return false;
    const [group] = item.parameters;
    return typeof group === 'string' && group.toUpperCase() !== 'STANDARD';
  });
}

function namesLink({ where }: Query): boolean {
  const leaves = where ? leavesOf(conditionTree(where)) : [];
  return leaves.some((leaf) => {
    if (!('field' in leaf) || !['=', 'IN'].includes(leaf.operator)) return false;
    return ['contentdocumentid', 'linkedentityid'].includes(leaf.field.toLowerCase());
  });
}
