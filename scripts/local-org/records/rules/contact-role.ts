import { sql } from 'kysely';
import { table } from '../../database.ts';
import type { Change, ObjectRules, Saving } from '../change.ts';
import { idsIn, insertOwn } from './own-rows.ts';

/** A deal has one primary contact: making a role primary ends that of the others. */
export const contactRoleRules: ObjectRules = {
  async after(saving, changes) {
    const primary = changes.filter(({ after }) => after['IsPrimary'] === true);
    if (primary.length > 0) await demoteOthers(saving, primary);
    await syncContact(saving, changes);
  },
  afterDelete: syncContact,
};

async function demoteOthers({ trx, now, access }: Saving, primary: readonly Change[]): Promise<void> {
  // Of several primary roles in one request the last one stays.
  const kept = new Map(primary.map(({ id, after }) => [after['OpportunityId'], id]));
  await sql`update ${table('OpportunityContactRole')} set "IsPrimary" = false, "LastModifiedDate" = ${now}, "LastModifiedById" = ${access.userId},
      "SystemModstamp" = ${now}
    where "OpportunityId" = any(${[...kept.keys()]}) and "IsPrimary" and not "Id" = any(${[...kept.values()]})`.execute(
    trx,
  );
}

/** `Opportunity.ContactId` follows the primary role; that is no change of the deal. */
async function syncContact({ trx }: Saving, changes: readonly Change[]): Promise<void> {
  const deals = idsIn(
    changes.map(({ after }) => after),
    'OpportunityId',
  );
  await sql`update ${table('Opportunity')} o set "ContactId" = (select r."ContactId" from ${table('OpportunityContactRole')} r
      where r."OpportunityId" = o."Id" and r."IsPrimary" and not r."IsDeleted" order by r."Id" limit 1)
    where o."Id" = any(${deals})`.execute(trx);
}

/** A contact named when a deal is created becomes its primary contact. */
export async function insertPrimaryRoles(saving: Saving, changes: readonly Change[]): Promise<void> {
  const named = changes.filter(({ before, after }) => !before && typeof after['ContactId'] === 'string');
  const rows = named.map(({ id, after }) => ({
    OpportunityId: id,
    ContactId: after['ContactId'] ?? null,
    IsPrimary: true,
    CurrencyIsoCode: after['CurrencyIsoCode'] ?? null,
  }));
  await insertOwn(saving, 'OpportunityContactRole', rows);
}
