import { sql } from 'kysely';
import { readCadenceLibrary } from '../../content/index.ts';
import type { Tenant } from '../../store/index.ts';
import { lockActiveOn } from '../enrollments/rows.ts';
import { type MirroredRecord, readMirrored } from '../record/from-mirror.ts';
import { beginForNewcomers, type Newcomer } from './begin/newcomers.ts';
import { beginForStages } from './begin/stages.ts';
import type { Starting } from './begin/starting.ts';
import { beginForTerms } from './begin/terms.ts';
import { readEnvironment } from './environment.ts';
import { type Changes, markByTask, markConcerned, takeChanges } from './inbox.ts';
import { interrupted, wasInterrupted } from './interrupt.ts';
import type { EngineParts } from './parts.ts';
import { planEnrollments } from './plan-enrollments.ts';
import { noteStages } from './positions.ts';
import { readInterruptions } from './replies.ts';

/** When the org was connected: deals that are older stood where they stand before the service came. */
const connectedOn = async (tenant: Tenant, orgId: string): Promise<string> => {
  const { rows } = await sql<{ on: string }>`
    select (connected_at at time zone 'UTC')::date as on from salesforce_connection where org_id = ${orgId}
  `.execute(tenant);
  return rows[0]?.on ?? '9999-12-31';
};

const enterStages = async (starting: Starting, changes: Changes): Promise<void> => {
  const { tenant, orgId, today } = starting;
  const records = await readMirrored(tenant, orgId, 'Opportunity', changes.get('Opportunity') ?? []);
  const since = await connectedOn(tenant, orgId);
  const seen = [...records.values()].flatMap(({ recordId, fields, createdOn }) => {
    const { StageName: stageName, IsDeleted: isDeleted } = fields;
    if (typeof stageName !== 'string' || isDeleted === true) return [];
    return [{ recordId, stageName, isNew: createdOn !== undefined && createdOn >= since }];
  });
  await beginForStages(starting, await noteStages(tenant, orgId, today, seen), records);
};

/** People who were put on a deal in these days, after the deal was made, and for whom nothing was begun yet. */
const welcome = async (starting: Starting, changes: Changes): Promise<void> => {
  const { tenant, orgId, today } = starting;
  const ids = changes.get('OpportunityContactRole') ?? [];
  if (ids.length === 0) return;
  const { rows } = await sql<Newcomer>`
    select role."OpportunityId" as "recordId", role."ContactId" as "contactId", role."Role" as role
    from mirror_opportunity_contact_role role
    join mirror_opportunity deal on deal.org_id = role.org_id and deal."Id" = role."OpportunityId"
    where role.org_id = ${orgId} and role."Id" = any(${ids}) and not role."IsDeleted" and not deal."IsDeleted"
      and role."CreatedDate" >= ${today}::date - 2 and role."CreatedDate" > deal."CreatedDate" + interval '1 day'
      and not exists (select from cadence_enrollment known where known.org_id = role.org_id
        and known.record_id = role."OpportunityId" and known.contact_id = role."ContactId")
  `.execute(tenant);
  const records = await readMirrored(
    tenant,
    orgId,
    'Opportunity',
    rows.map(({ recordId }) => recordId),
  );
  await beginForNewcomers(starting, rows, records);
};

const accountsIn = async (
  { tenant, orgId }: Starting,
  changes: Changes,
): Promise<Map<string, MirroredRecord>> => {
  const { rows } = await sql<{ id: string }>`
    select "Id" as id from mirror_account where org_id = ${orgId} and "Id" = any(${changes.get('Account') ?? []})
    union select "AccountId" from mirror_contract where org_id = ${orgId} and "Id" = any(${changes.get('Contract') ?? []})
    union select "AccountId" from mirror_asset where org_id = ${orgId} and "Id" = any(${changes.get('Asset') ?? []})
  `.execute(tenant);
  return readMirrored(
    tenant,
    orgId,
    'Account',
    rows.map(({ id }) => id),
  );
};

/** What the customer did pauses what runs on the record. */
const interrupt = async ({ tenant, orgId, now, today }: Starting, changes: Changes): Promise<void> => {
  const found = await readInterruptions(tenant, orgId, changes, today);
  if (found.length === 0) return;
  const byRecord = new Map(found.map((each) => [each.recordId, each]));
  const enrollments = await lockActiveOn(tenant, orgId, [...byRecord.keys()]);
  const environment = await readEnvironment(tenant, orgId, today, enrollments);
  const inHand = enrollments.flatMap((enrollment) => {
    const interruption = byRecord.get(enrollment.record_id);
    if (!interruption || wasInterrupted(enrollment, interruption)) return [];
    return [{ enrollment: interrupted(enrollment, interruption, environment, today) }];
  });
  await planEnrollments(tenant, orgId, inHand, now);
};

/** Takes in what changed in Salesforce: begins what begins by itself, and marks what is to be planned anew. @returns whether there was anything */
export const takeIn = ({ store, now, factConfigurationOf }: EngineParts, orgId: string): Promise<boolean> =>
  store.atLength(orgId, async (tenant) => {
    const changes = await takeChanges(tenant, orgId);
    if (changes.size === 0) return false;
    const { cadences } = await readCadenceLibrary(tenant, orgId);
    const at = now();
    const today = at.toISOString().slice(0, 10);
    const starting = {
      tenant,
      orgId,
      cadences,
      today,
      now: at,
      configuration: await factConfigurationOf(orgId),
    };
    await markConcerned(tenant, orgId, changes, at);
    await markByTask(tenant, orgId, changes, at);
    await enterStages(starting, changes);
    await welcome(starting, changes);
    await beginForTerms(starting, await accountsIn(starting, changes));
    await interrupt(starting, changes);
    return true;
  });
