import { objectIn, unreadable } from 'c/inspireGateway';
import type { SyncStatus } from './answer';

const isStatus = (value: object): value is SyncStatus =>
  'connection' in value && 'objects' in value && Array.isArray(value.objects);

/** Reads the JSON text that the gateway hands on. Throws if it is not the answer. */
export function readStatus(text: string): SyncStatus {
  const status = objectIn(text);
  if (!isStatus(status)) throw unreadable(text);
  return status;
}
