/** The answer of the `syncStatus` operation. A test holds it to the service's schema. */
export interface SyncStatus {
  connection: Connection | null;
  objects: ObjectStatus[];
  isLoading: boolean;
}

interface Problem {
  code: string;
  message: string;
  remedy: string;
}

export interface Connection {
  instanceUrl: string;
  username: string | null;
  problem: Problem | null;
  apiUsage: { used: number; limit: number } | null;
}

export interface ObjectStatus {
  sobject: string;
  phase: 'waiting' | 'loading' | 'live';
  lastSyncedAt: string | null;
  lagSeconds: number | null;
  rows: number | null;
  rowsExpected: number | null;
  missingFields: string[];
  problem: Problem | null;
}
