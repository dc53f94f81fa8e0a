import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../clock.ts';
import { SalesforceError } from '../errors.ts';
import type { Span } from '../records/changed.ts';
import type { Call, Route } from './call.ts';

const MAX_ROWS = 600_000;
/** Salesforce looks back 30 days, and deleted rows leave the recycle bin after 15. */
const WINDOW_DAYS = 30;
const BIN_DAYS = 15;

/** `updated` and `deleted`: ids that changed in a span of time. */
export const replicationRoutes = (now: () => Temporal.Instant): readonly Route[] => [
  {
    method: 'GET',
    pattern: 'sobjects/:object/updated',
    handle: async (call, { object = '' }) => {
      const span = spanOf(call, now());
      const rows = limited(await call.records.changed(call.access, object, 'updated', span));
      return {
        status: 200,
        body: { ids: rows.map(({ id }) => id), latestDateCovered: apiDateTime(span.end) },
      };
    },
  },
  {
    method: 'GET',
    pattern: 'sobjects/:object/deleted',
    handle: async (call, { object = '' }) => {
      const span = spanOf(call, now());
      const rows = limited(await call.records.changed(call.access, object, 'deleted', span));
      const deletedRecords = rows.map(({ id, at }) => ({ id, deletedDate: at }));
      const earliest = apiDateTime(now().subtract({ hours: 24 * BIN_DAYS }));
      return {
        status: 200,
        body: { deletedRecords, earliestDateAvailable: earliest, latestDateCovered: apiDateTime(span.end) },
      };
    },
  },
];

function limited<Row>(rows: Row[]): Row[] {
  if (rows.length > MAX_ROWS)
    throw new SalesforceError('EXCEEDED_ID_LIMIT', `more than ${MAX_ROWS} rows changed in the span`);
  return rows;
}

/** Whole minutes: seconds are ignored. */
function spanOf(call: Call, now: Temporal.Instant): Span {
  const start = minute(call, 'start');
  const end = minute(call, 'end');
  const earliest = now.subtract({ hours: 24 * WINDOW_DAYS });
  if (Temporal.Instant.compare(start, earliest) < 0)
    throw new SalesforceError(
      'INVALID_REPLICATION_DATE',
      `startDate before org replication enabled date, or more than ${WINDOW_DAYS} days ago`,
    );
  if (Temporal.Instant.compare(start, end) >= 0)
    throw new SalesforceError(
      'INVALID_REPLICATION_DATE',
      'endDate must be at least one minute greater than startDate',
    );
  return { start, end };
}

function minute(call: Call, name: string): Temporal.Instant {
  const text = (call.query.get(name) ?? '').replace(' ', '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  try {
    return Temporal.Instant.from(text).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  } catch {
    throw new SalesforceError('INVALID_REPLICATION_DATE', `${name}: not a date and time: ${text}`);
  }
}
