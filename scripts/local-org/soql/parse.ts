import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { LRUCache } from 'lru-cache';
import { SalesforceError } from '../errors.ts';

export const malformed = (message: string): SalesforceError =>
  new SalesforceError('MALFORMED_QUERY', message);

const MAX_LENGTH = 100_000;

/** The parser makes itself anew (0.2 s) for every query for which either option is not the one of the query before. */
const options = { allowApexBindVariables: true, ignoreParseErrors: false };

/** Programs ask the same questions again and again. */
const parsed = new LRUCache<string, Query>({ max: 500 });

/**
 * The query as a tree, which is shared: nobody changes it. `:name` is always parsed; a query without values for its names
 * fails when they are needed.
 * @throws SalesforceError MALFORMED_QUERY
 */
export function parseSoql(soql: string): Query {
  if (soql.length > MAX_LENGTH)
    throw malformed(`SOQL statements cannot be longer than ${MAX_LENGTH} characters`);
  const known = parsed.get(soql);
  if (known) return known;
  try {
    const query = parseQuery(soql, options);
    assertNegationsKept(soql, query);
    parsed.set(soql, query);
    return query;
  } catch (error) {
    if (error instanceof SalesforceError || !(error instanceof Error)) throw error;
    throw malformed(error.message);
  }
}

/** The parser drops one of three negations that stand directly inside each other: better no answer than another one. */
function assertNegationsKept(soql: string, query: Query): void {
  const written = soql.replace(/'(?:\\.|[^'\\])*'/gs, "''").match(/\bNOT\b(?!\s+IN\b)/gi)?.length ?? 0;
  const kept = JSON.stringify(query).match(/"operator":"NOT"/g)?.length ?? 0;
  if (written !== kept) throw malformed("unexpected token: 'NOT': three negations stand inside each other");
}
