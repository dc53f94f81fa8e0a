import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../errors.ts';

export const malformed = (message: string): SalesforceError => new SalesforceError('MALFORMED_QUERY', message);

/**
 * The query as a tree.
 * @param binds whether `:name` stands for a value, as in Apex; over REST it is a fault
 * @throws SalesforceError MALFORMED_QUERY
 */
export function parseSoql(soql: string, binds: boolean): Query {
  try {
    return parseQuery(soql, { allowApexBindVariables: binds });
  } catch (error) {
    if (error instanceof Error) throw malformed(error.message);
    throw error;
  }
}
