import { sql } from 'kysely';
import { AppError } from '../../errors.ts';
import { audit, publicationChannel, type Tenant } from '../../store/index.ts';
import type { Plan } from './changes.ts';
import type { EntryName } from './set.ts';

/** Both count up: `publication` with what is live, `revision` with every write, drafts included. */
export interface ConfigurationState {
  publication: number;
  revision: number;
}

/** Who publishes and why. */
export interface Author {
  orgId: string;
  /** 18-character user id, or `operator` for commands. */
  userId: string;
  note: string;
}

/**
 * Holds the org's configuration until the transaction ends, so that admins who write at the same time come one after
 * the other.
 * @param seen the revision that the writer has seen, if they have seen one
 * @throws AppError `configurationChanged` when somebody wrote after that; `organizationUnknown`
 */
export async function lockConfiguration(
  tenant: Tenant,
  orgId: string,
  seen?: number,
): Promise<ConfigurationState> {
  await requireOrganization(tenant, orgId);
  await tenant
    .insertInto('configuration_state')
    .values({ org_id: orgId, publication: 0, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const state = await tenant
    .selectFrom('configuration_state')
    .select(['publication', 'revision'])
    .where('org_id', '=', orgId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (seen === undefined || seen === state.revision) return state;
  throw new AppError(
    'configurationChanged',
    `You have seen revision ${seen} of the configuration; it is at ${state.revision} by now.`,
  );
}

async function requireOrganization(tenant: Tenant, orgId: string): Promise<void> {
  const found = await tenant
    .selectFrom('organization')
    .select('org_id')
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  if (!found) throw new AppError('organizationUnknown', `Organization ${orgId} is not registered here.`);
}

export async function saveState(tenant: Tenant, orgId: string, state: ConfigurationState): Promise<void> {
  await tenant.updateTable('configuration_state').set(state).where('org_id', '=', orgId).execute();
}

interface Pointer extends EntryName {
  version: number;
  retired: boolean;
}

/** Writes the new versions that a plan holds and says which version each entry points to afterwards. */
export async function writeVersions(
  tenant: Tenant,
  orgId: string,
  { write, retire }: Plan,
): Promise<Pointer[]> {
  const pointers: Pointer[] = retire.map(({ kind, key, version }) => ({ kind, key, version, retired: true }));
  for (const part of parts(write)) {
    const rows = part.map(({ kind, key, content, body, open_blanks, digest }) => ({
      kind,
      key,
      content,
      body,
      open_blanks,
      digest,
    }));
    const written = await sql<Pointer>`
      insert into configuration_entry (org_id, kind, key, version, content, body, open_blanks, digest)
      select ${orgId}, kind, key, 1 + coalesce((
          select max(version) from configuration_entry former
          where former.org_id = ${orgId} and former.kind = new.kind and former.key = new.key
        ), 0), content, body, open_blanks, digest
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as new (kind text, key text, content jsonb, body text, open_blanks int, digest text)
      returning kind, key, version, false as retired
    `.execute(tenant);
    pointers.push(...written.rows);
  }
  return pointers;
}

/** Makes these versions live as the next publication, with everything that has to be remembered about it. */
export async function makeLive(
  tenant: Tenant,
  author: Author,
  former: ConfigurationState,
  pointers: readonly Pointer[],
  rolledBackTo: number | null = null,
): Promise<ConfigurationState> {
  const state = { publication: former.publication + 1, revision: former.revision + 1 };
  const { orgId, userId, note } = author;
  await tenant
    .insertInto('configuration_publication')
    .values({
      org_id: orgId,
      number: state.publication,
      published_by: userId,
      note,
      rolled_back_to: rolledBackTo,
    })
    .execute();
  for (const part of parts(pointers)) await point(tenant, orgId, state.publication, part);
  await saveState(tenant, orgId, state);
  const action = rolledBackTo === null ? 'configuration.publish' : 'configuration.rollBack';
  const detail = { publication: state.publication, changes: pointers.length, rolledBackTo };
  await audit(tenant, { orgId, userId, action, detail });
  await sql`select pg_notify(${publicationChannel}, ${orgId})`.execute(tenant);
  return state;
}

async function point(
  tenant: Tenant,
  orgId: string,
  publication: number,
  part: readonly Pointer[],
): Promise<void> {
  await sql`
    with pointer as (
      select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as pointer (kind text, key text, version int, retired boolean)
    ), change as (
      insert into configuration_change (org_id, publication, kind, key, version, retired)
      select ${orgId}, ${publication}::int, kind, key, version, retired from pointer
    )
    insert into configuration_current (org_id, publication, kind, key, version, retired)
    select ${orgId}, ${publication}::int, kind, key, version, retired from pointer
    on conflict (org_id, kind, key) do update
      set version = excluded.version, retired = excluded.retired, publication = excluded.publication
  `.execute(tenant);
}

/** Statements of a bounded size, however large the set is. */
function parts<Row>(rows: readonly Row[], size = 2_000): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    rows.slice(part * size, (part + 1) * size),
  );
}
