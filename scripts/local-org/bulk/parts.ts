import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { apiDateTime } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Records } from '../records/index.ts';
import type { Catalogue } from '../schema/catalogue.ts';

/** What jobs work with. */
export interface BulkParts {
  db: Database;
  catalogue: Catalogue;
  records: Records;
  log: Logger;
}

/** Jobs go by the machine's time; what they write goes by the org's clock. */
export const jobTime = (): string => apiDateTime(Temporal.Now.instant());
