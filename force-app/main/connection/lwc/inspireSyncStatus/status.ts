import { objectIn, unreadable } from 'c/inspireGateway';
import type { Problem } from 'c/inspireProblem';

/** The answer of the `syncStatus` operation. A test holds it to the service's schema. */
export interface SyncStatus {
  connection: Connection | null;
  objects: ObjectStatus[];
  isLoading: boolean;
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

const isStatus = (value: object): value is SyncStatus =>
  'connection' in value && 'objects' in value && Array.isArray(value.objects);

/** Reads the JSON text that the gateway hands on. Throws if it is not the answer. */
export function readStatus(text: string): SyncStatus {
  const status = objectIn(text);
  if (!isStatus(status)) throw unreadable(text);
  return status;
}
