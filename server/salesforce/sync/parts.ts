import type { Store } from '../../store/index.ts';
import type { OrgConnection } from '../connection/open.ts';

/** What every part of keeping one org in step works with. */
export interface SyncParts {
  store: Store;
  connection: OrgConnection;
  now: () => Date;
}
