import type { Route } from '../../http/route.ts';
import { parkedWriteRoutes } from './parked-writes.ts';
import { syncStatusRoute, type SyncStatusParts } from './sync-status.ts';

/** What admins see of the connection to their org, and can do about it. */
export const salesforceRoutes = (parts: SyncStatusParts): Route[] => [
  syncStatusRoute(parts),
  ...parkedWriteRoutes(parts),
];
