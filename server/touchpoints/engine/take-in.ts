import { sql } from 'kysely';
import { readCadenceLibrary } from '../../content/index.ts';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { lockRunningOn } from '../enrollments/rows.ts';
import { type MirroredRecord, readMirrored } from '../record/from-mirror.ts';
import { beginForNewcomers, type Newcomer } from './begin/newcomers.ts';
import { beginForStages } from './begin/stages.ts';
import type { Starting } from './begin/starting.ts';
import { beginForTerms } from './begin/terms.ts';
import { connectedOn } from './connected-on.ts';
import { readEnvironment } from './environment.ts';
import { type Changes, markByTask, markConcerned, takeChanges } from './inbox.ts';
import { interrupted, wasInterrupted } from './interrupt.ts';
import type { EngineParts, TurnParts } from './parts.ts';
import { planEnrollments } from './plan-enrollments.ts';
import { noteStages } from './positions.ts';
import { readInterruptions } from './replies.ts';

const enterStages = async (starting: Starting, changes: Changes): Promise<void> => {
  const { tenant, orgId } = starting;
  const records = await readMirrored(tenant, orgId, 'Opportunity', changes.get('Opportunity') ?? []);
  const since = await connectedOn(tenant, orgId);
  const seen = [...records.values()].flatMap(({ recordId, fields, createdOn }) => {
    const { StageName: stageName, IsDeleted: isDeleted } = fields;
    if (typeof stageName !== 'string' || isDeleted === true) return [];
    return [{ recordId, stageName, isNew: createdOn !== undefined && createdOn >= since }];
  });
  await beginForStages(starting, await noteStages(tenant, orgId, seen), records);
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
  const byRecord = Map.groupBy(found, ({ recordId }) => recordId);
  const running = await lockRunningOn(tenant, orgId, [...byRecord.keys()]);
  const environment = await readEnvironment(tenant, orgId, today, running);
  const inHand = running.flatMap((enrollment) => {
    const fresh = (byRecord.get(enrollment.record_id) ?? []).filter(
      (each) => !wasInterrupted(enrollment, each),
    );
    if (fresh.length === 0) return [];
    const paused = fresh.reduce((so, each) => interrupted(so, each, environment, today), enrollment);
    return [{ enrollment: paused }];
  });
  await planEnrollments(tenant, orgId, inHand, now);
};

const takeSome = (
  { store, now, factConfigurationOf }: EngineParts,
  orgId: string,
  limit: number,
): Promise<boolean> =>
  store.atLength(orgId, async (tenant) => {
    const changes = await takeChanges(tenant, orgId, limit);
    if (changes.size === 0) return false;
    const { cadences } = await readCadenceLibrary(tenant, orgId);
    const at = now();
    const today = civilDate(at, 'UTC');
    const starting = {
      tenant,
      orgId,
      cadences,
      today,
      now: at,
      configuration: await factConfigurationOf(orgId),
    };
    await enterStages(starting, changes);
    await welcome(starting, changes);
    await beginForTerms(starting, await accountsIn(starting, changes));
    await interrupt(starting, changes);
    // Last: what was planned above, was planned by what it knew before.
    await markConcerned(tenant, orgId, changes, at);
    await markByTask(tenant, orgId, changes, at);
    return true;
  });

/** Taken at a time; what is left comes with the next turn. */
const takenAtATime = 2_000;

/**
 * Takes in what changed in Salesforce: begins what begins by itself, and marks what is to be planned anew. A change that can
 * not be taken in is found by taking fewer and fewer, and is set aside; the others go on.
 * @returns whether there was anything
 */
export const takeIn = async (parts: TurnParts, orgId: string): Promise<boolean> => {
  for (let limit = takenAtATime; ; limit = Math.ceil(limit / 4)) {
    try {
      return await takeSome(parts, orgId, limit);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (limit > 1) continue;
      const setAside = await parts.store.inTenant(orgId, (tenant) => takeChanges(tenant, orgId, 1));
      for (const [sobject, ids] of setAside) parts.onFault({ change: `${sobject} ${ids.join()}` }, error);
      return true;
    }
  }
};
