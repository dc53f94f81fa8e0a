import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import type { NewIds } from './ids.ts';
import type { OrgSettings } from './settings.ts';

/** What records are made of. */
export interface RecordsParts {
  db: Database;
  catalogue: Catalogue;
  clock: Clock;
  settings: OrgSettings;
}

/** The same with what all views of the records share. */
export interface Shared extends RecordsParts {
  accessOf: (userId: string) => Promise<Access>;
  rightsChanged: () => void;
  newIds: NewIds;
}
