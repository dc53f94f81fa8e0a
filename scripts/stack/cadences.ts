import { sql } from 'kysely';
import type { Gateway } from '../local-org/gateway/index.ts';
import { staged } from '../sample-data/index.ts';
import type { BackEnds } from './back-ends.ts';
import { findStagedDeals } from './sample-data.ts';

const hasAny = async ({ org, service }: BackEnds): Promise<boolean> => {
  const { rows } = await service.context.store.inTenant(org.orgId, (tenant) =>
    sql`select 1 from cadence_enrollment limit 1`.execute(tenant),
  );
  return rows.length > 0;
};

/** Begins the cadence of each staged deal, as its rep would on the page, in an org where none was ever begun. */
export async function beginStagedCadences(backEnds: BackEnds, gateway: Gateway): Promise<void> {
  if (await hasAny(backEnds)) return;
  for (const { opportunityId, userId, name } of await findStagedDeals(backEnds.org)) {
    const cadenceId = staged.find((deal) => deal.name === name)?.cadence;
    if (cadenceId === undefined) continue;
    const input = JSON.stringify({ cadenceId, idempotencyKey: crypto.randomUUID() });
    await gateway.write({ userId, operation: 'enroll', recordId: opportunityId, input });
  }
}
