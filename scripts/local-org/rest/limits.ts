import type { Temporal } from 'temporal-polyfill';
import { SalesforceError } from '../errors.ts';

/**
 * Counts calls as Salesforce does for `DailyApiRequests`: those of the last 24 hours, of all users together, one for
 * each HTTP request whatever it holds (a composite request is one, each page and each part of a bulk result is one).
 * Calls without a valid session do not count, nor do logins.
 */
export interface ApiUsage {
  /** @throws SalesforceError REQUEST_LIMIT_EXCEEDED when the calls are used up; what is refused does not count */
  count(): void;
  /** Value of `Sforce-Limit-Info`. */
  header(): string;
  /** Answer of `GET /limits`. */
  limits(): Record<string, { Max: number; Remaining: number }>;
  daily(): DailyRequests;
  /** Gives the org another limit, or another number of calls that were used within the last hour and before. */
  set(daily: Partial<DailyRequests>): void;
}

export interface DailyRequests {
  max: number;
  used: number;
}

/** Calls a day of an Enterprise Edition with a few hundred seats. */
const MAX_CALLS = 1_000_000;
const HOURS = 24;
const FIXED: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyStreamingApiEvents: 10_000,
  DataStorageMB: 1_024_000,
  FileStorageMB: 1_024_000,
  HourlyTimeBasedWorkflow: 1000,
  SingleEmail: 5000,
};

export const requestLimitExceeded = (): SalesforceError =>
  new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');

export function createApiUsage(now: () => Temporal.Instant): ApiUsage {
  let max = MAX_CALLS;
  /** Calls by the hour in which they were made; the oldest hour goes as a whole. */
  const byHour = new Map<number, number>();
  const hour = (): number => Math.floor(now().epochMilliseconds / 3_600_000);
  const used = (): number => {
    for (const each of byHour.keys()) if (each <= hour() - HOURS) byHour.delete(each);
    return [...byHour.values()].reduce((sum, calls) => sum + calls, 0);
  };
  return {
    count() {
      if (used() >= max) throw requestLimitExceeded();
      byHour.set(hour(), (byHour.get(hour()) ?? 0) + 1);
    },
    header: () => `api-usage=${used()}/${max}`,
    limits: () => ({
      DailyApiRequests: { Max: max, Remaining: Math.max(0, max - used()) },
      ...Object.fromEntries(Object.entries(FIXED).map(([name, Max]) => [name, { Max, Remaining: Max }])),
    }),
    daily: () => ({ max, used: used() }),
    set(daily) {
      max = daily.max ?? max;
      if (daily.used === undefined) return;
      byHour.clear();
      byHour.set(hour(), daily.used);
    },
  };
}
