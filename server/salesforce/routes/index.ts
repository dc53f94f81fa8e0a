import type { Route } from '../../http/route.ts';
import type { Store } from '../../store/index.ts';
import { parkedWriteRoutes } from './parked-writes.ts';
import { setupCheckRoute } from './setup-check.ts';
import { syncStatusRoute } from './sync-status.ts';

export interface SalesforceRouteParts {
  store: Store;
  now: () => Date;
  /** 32 bytes, with which credentials of orgs are sealed; undefined if the service has none. */
  secretKey: Buffer | undefined;
}

/** What admins see of the connection to their org, and can do about it. */
export const salesforceRoutes = (parts: SalesforceRouteParts): Route[] => [
  syncStatusRoute(parts),
  ...parkedWriteRoutes(parts),
  setupCheckRoute(parts),
];
