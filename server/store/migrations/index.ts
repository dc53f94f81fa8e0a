import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as configuration from './0002-configuration.ts';
import * as reactionsInOneCall from './0003-reactions-in-one-call.ts';

/** In the order of their names. Forward only: a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-configuration': configuration,
  '0003-reactions-in-one-call': reactionsInOneCall,
};
