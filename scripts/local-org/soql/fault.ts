import { SalesforceError } from '../errors.ts';

/**
 * A fault of a query as Salesforce words it: the piece of the query around the token, a caret under it, the place, and
 * then what is wrong. Query faults without a place (MALFORMED_QUERY of the parser) are worded by the parser.
 */
export function queryFault(soql: string, code: string, token: string, message: string): SalesforceError {
  const position =
    token === ''
      ? -1
      : soql.toLowerCase().search(new RegExp(`(?<![\\w.])${escaped(token.toLowerCase())}(?!\\w)`));
  const fallback = position < 0 && token !== '' ? soql.toLowerCase().indexOf(token.toLowerCase()) : position;
  if (fallback < 0) return new SalesforceError(code, message);
  const row = soql.slice(0, fallback).split('\n').length;
  const column = fallback - soql.lastIndexOf('\n', fallback - 1);
  const start = Math.max(0, fallback - 20);
  const excerpt = soql.slice(start, fallback + token.length + 20).replaceAll('\n', ' ');
  return new SalesforceError(
    code,
    `\n${excerpt}\n${' '.repeat(fallback - start)}^\nERROR at Row:${row}:Column:${column}\n${message}`,
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
