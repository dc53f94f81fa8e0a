import type { Migration } from 'kysely/migration';
import { up as foundation } from './0001-foundation.ts';
import { up as configuration } from './0002-configuration.ts';
import { up as reactionsInOneCall } from './0003-reactions-in-one-call.ts';
import { up as salesforce } from './0004-salesforce.ts';
import { up as mirror } from './0005-mirror.ts';
import { up as ageOfACursor } from './0006-age-of-a-cursor.ts';
import { up as touchpoints } from './0007-touchpoints.ts';

/** In the order of their names. Forward only: a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': { up: foundation },
  '0002-configuration': { up: configuration },
  '0003-reactions-in-one-call': { up: reactionsInOneCall },
  '0004-salesforce': { up: salesforce },
  '0005-mirror': { up: mirror },
  '0006-age-of-a-cursor': { up: ageOfACursor },
  '0007-touchpoints': { up: touchpoints },
};
