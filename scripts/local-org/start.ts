import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { apiDateTime, type Clock } from './clock.ts';
import type { Database, Executor } from './database.ts';
import { recordId } from './ids.ts';
import { newIds } from './records/ids.ts';
import type { Catalogue } from './schema/catalogue.ts';
import type { MetadataSource } from './schema/metadata/source.ts';
import { migrate } from './schema/tables.ts';
import { deploy } from './seed/deploy.ts';
import { type Founders, foundOrganization } from './seed/foundation.ts';
import { founderAccess } from './seed/founder-access.ts';
import { grantToProfiles } from './seed/profile-grants.ts';
import { assignToFounders } from './seed/assignments.ts';
import type { Seeding } from './seed/rows.ts';

/**
 * Makes the database the org of this project: tables and columns for its schema, a new org if there is none, and the
 * project's metadata as it is now. Everything or nothing; a second start at the same time waits.
 */
export async function startOrg(
  db: Database,
  catalogue: Catalogue,
  source: MetadataSource,
  clock: Clock,
): Promise<Founders> {
  return db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtext('local_org'))`.execute(trx);
    const added = await migrate(trx, catalogue);
    const known = await knownFounders(trx);
    const founders = known ?? (await newFounders(trx));
    const seeding: Seeding = {
      trx,
      catalogue,
      access: founderAccess(founders.adminId),
      now: apiDateTime(clock.now()),
    };
    if (!known) await foundOrganization(seeding, founders);
    await grantToProfiles(seeding, added);
    await deploy(seeding, source);
    await assignToFounders(seeding, founders);
    return founders;
  });
}

async function knownFounders(trx: Executor): Promise<Founders | null> {
  const { rows } =
    await sql<Founders>`select "orgId", "adminId", "integrationId" from local_org.founders`.execute(trx);
  return rows[0] ?? null;
}

/** The org's id is drawn, so that two local orgs are two orgs to whoever talks to both. */
async function newFounders(trx: Executor): Promise<Founders> {
  const orgId = recordId('00D', BigInt(randomInt(2 ** 47)) + 1n);
  const [adminId = '', integrationId = ''] = await newIds(trx, '005', 2);
  await sql`insert into local_org.founders values (${orgId}, ${adminId}, ${integrationId})`.execute(trx);
  return { orgId, adminId, integrationId };
}
