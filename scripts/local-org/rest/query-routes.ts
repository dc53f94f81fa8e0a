import type { Database } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import type { Page } from '../records/index.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { type Call, type Reply, rootOf, type Route } from './call.ts';
import { queryOfView } from './list-view-routes.ts';
import { noteViewed } from './recent.ts';

interface QueryParts {
  db: Database;
  catalogue: Catalogue;
}

const MIN_PAGE = 200;
const MAX_PAGE = 2000;

/** Rows a page, as `Sforce-Query-Options: batchSize=n` asks; Salesforce takes 200 to 2,000. */
function pageSize({ headers }: Call): number {
  const size = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  return size === undefined ? MAX_PAGE : Math.min(MAX_PAGE, Math.max(MIN_PAGE, Number(size)));
}

function pageReply(call: Call, page: Page): Reply {
  const more = page.next === null ? {} : { nextRecordsUrl: `${rootOf(call)}/query/${page.next}` };
  return {
    status: 200,
    body: { totalSize: page.totalSize, done: page.next === null, ...more, records: page.records },
  };
}

const query =
  ({ db, catalogue }: QueryParts, withDeleted: boolean) =>
  async (call: Call): Promise<Reply> => {
    const explained = call.query.get('explain');
    if (explained !== null) {
      const text = queryOfView(catalogue, call.access, explained) ?? explained;
      return { status: 200, body: await call.records.explain(call.access, text) };
    }
    const soql = call.query.get('q');
    if (soql === null) throw new SalesforceError('MALFORMED_QUERY', 'a query is required: pass it as q');
    const columns = call.query.get('columns') === 'true';
    if (columns) return { status: 200, body: call.records.columns(call.access, soql) };
    const options = { withDeleted, pageSize: pageSize(call), recordsUrl: `${rootOf(call)}/sobjects` };
    const page = await call.records.query(call.access, soql, options);
    await noteViewed(db, call.access.userId, soql, page);
    return pageReply(call, page);
  };

/** The next page of a query, whichever of the two resources it came from. */
const queryMore = async (call: Call, parameters: Readonly<Record<string, string>>): Promise<Reply> =>
  pageReply(
    call,
    await call.records.queryMore(call.access, parameters['locator'] ?? '', {
      pageSize: pageSize(call),
      recordsUrl: `${rootOf(call)}/sobjects`,
    }),
  );

export const queryRoutes = (parts: QueryParts): readonly Route[] => [
  { method: 'GET', pattern: 'query', handle: query(parts, false) },
  { method: 'GET', pattern: 'queryAll', handle: query(parts, true) },
  { method: 'GET', pattern: 'query/:locator', handle: queryMore },
  { method: 'GET', pattern: 'queryAll/:locator', handle: queryMore },
];
