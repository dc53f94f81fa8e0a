import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { LRUCache } from 'lru-cache';
import { SalesforceError } from '../errors.ts';

export const malformed = (message: string): SalesforceError =>
  new SalesforceError('MALFORMED_QUERY', message);

/** Programs ask the same questions again and again; a parse costs more than an indexed read. */
const parsed = new LRUCache<string, Query>({ max: 500 });

/**
 * The query as a tree, which is shared: nobody changes it. `:name` is always parsed, since the parser makes itself anew
 * (0.2 s) whenever that option changes; a query without values for its names fails when they are needed.
 * @throws SalesforceError MALFORMED_QUERY
 */
export function parseSoql(soql: string): Query {
  const known = parsed.get(soql);
  if (known) return known;
  try {
    const query = parseQuery(soql, { allowApexBindVariables: true });
    parsed.set(soql, query);
    return query;
  } catch (error) {
    if (error instanceof Error) throw malformed(error.message);
    throw error;
  }
}
