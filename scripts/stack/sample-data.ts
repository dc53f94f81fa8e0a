import { z } from 'zod';
import type { LocalOrg } from '../local-org/index.ts';
import type { StagedDeal } from '../preview/server/mount.ts';
import { loadSampleData, staged } from '../sample-data/index.ts';

const counted = z.object({ totalSize: z.number() });
const found = z.object({
  Id: z.string(),
  Name: z.string(),
  OwnerId: z.string(),
  AccountId: z.string().nullable(),
});

/** Fills an org that has no opportunities yet. */
export async function fillIfEmpty(org: LocalOrg): Promise<void> {
  const access = await org.records.systemAccessOf(org.adminId);
  const { totalSize } = counted.parse(await org.records.query(access, 'SELECT COUNT() FROM Opportunity'));
  if (totalSize === 0) await loadSampleData(org);
}

/** The deals that show one situation each, as far as they are (still) in the org, in their order. */
export async function findStagedDeals({ records, adminId }: LocalOrg): Promise<StagedDeal[]> {
  const names = staged.map(({ name }) => `'${name.replaceAll("'", "\\'")}'`).join(', ');
  const soql = `SELECT Id, Name, OwnerId, AccountId FROM Opportunity WHERE Name IN (${names})`;
  const page = await records.query(await records.systemAccessOf(adminId), soql);
  const opportunities = page.records.map((record) => found.parse(record));
  return staged.flatMap(({ name, title, story }) => {
    const opportunity = opportunities.find(({ Name }) => Name === name);
    return opportunity
      ? [
          {
            opportunityId: opportunity.Id,
            accountId: opportunity.AccountId,
            userId: opportunity.OwnerId,
            name,
            title,
            story,
          },
        ]
      : [];
  });
}
