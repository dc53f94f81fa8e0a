import { sql } from 'kysely';
import type { Anchor, Cadence } from '../../cadences/index.ts';
import { readCadenceLibrary } from '../../content/index.ts';
import { civilDate } from '../../http/calendar.ts';
import type { Tenant } from '../../store/index.ts';
import { readMirrored } from '../record/from-mirror.ts';
import { beginForTerms, monthsAfter } from './begin/terms.ts';
import { connectedOn } from './connected-on.ts';
import type { EngineParts } from './parts.ts';

/** First and last civil day on which a term ends that comes near today. */
interface Near {
  anchor: Anchor;
  from: string;
  to: string;
}

/** Terms that were near already when the org was connected begin nothing by themselves. */
const nearOf = ({ start }: Cadence, today: string, connected: string): Near[] =>
  start.on === 'termEnd'
    ? [
        {
          anchor: start.anchor,
          from: monthsAfter(connected, start.monthsBefore),
          to: monthsAfter(today, start.monthsBefore),
        },
      ]
    : [];

const accountsOf = async (tenant: Tenant, orgId: string, near: readonly Near[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string | null }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as given (anchor text, "from" date, "to" date)
    )
    select "AccountId" as id from mirror_contract join given on anchor = 'contractEnd' and "EndDate" between "from" and "to"
      where org_id = ${orgId} and not "IsDeleted"
    union select "AccountId" from mirror_asset join given on "UsageEndDate" between "from" and "to"
      and anchor = case when "IsCompetitorProduct" then 'competitorTermEnd' else 'assetEnd' end
      where org_id = ${orgId} and not "IsDeleted"
    union select "Id" from mirror_account
      join given on anchor = 'competitorTermEnd' and "Inspire_Competitor_Term_End__c" between "from" and "to"
      where org_id = ${orgId} and not "IsDeleted"
  `.execute(tenant);
  return rows.flatMap(({ id }) => id ?? []);
};

/** Begins the cadences of terms that came near because time went by. To be called once a day. */
export const scanTerms = ({ store, now, factConfigurationOf }: EngineParts, orgId: string): Promise<void> =>
  store.atLength(orgId, async (tenant) => {
    const { cadences } = await readCadenceLibrary(tenant, orgId);
    const at = now();
    const today = civilDate(at, 'UTC');
    const connected = await connectedOn(tenant, orgId);
    const near = cadences
      .filter(({ retired }) => !retired)
      .flatMap(({ cadence }) => nearOf(cadence, today, connected));
    if (near.length === 0) return;
    const records = await readMirrored(tenant, orgId, 'Account', await accountsOf(tenant, orgId, near));
    const configuration = await factConfigurationOf(orgId);
    await beginForTerms({ tenant, orgId, cadences, today, now: at, configuration }, records);
  });
