/** Counts the calls of a day, as Salesforce does for `DailyApiRequests`; the day is the machine's, in UTC. */
export interface ApiUsage {
  count(): void;
  /** Value of `Sforce-Limit-Info`. */
  header(): string;
  /** Answer of `GET /limits`. */
  limits(): Record<string, { Max: number; Remaining: number }>;
}

/** Calls a day of a Developer Edition with a few hundred seats; reached, nothing is refused. */
const MAX_CALLS = 1_000_000;
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

export function createApiUsage(today: () => string): ApiUsage {
  let day = today();
  let used = 0;
  return {
    count() {
      const now = today();
      used = now === day ? used + 1 : 1;
      day = now;
    },
    header: () => `api-usage=${used}/${MAX_CALLS}`,
    limits: () => ({
      DailyApiRequests: { Max: MAX_CALLS, Remaining: Math.max(0, MAX_CALLS - used) },
      ...Object.fromEntries(Object.entries(FIXED).map(([name, Max]) => [name, { Max, Remaining: Max }])),
    }),
  };
}
