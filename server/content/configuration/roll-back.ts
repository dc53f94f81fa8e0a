import { sql } from 'kysely';
import { AppError } from '../../errors.ts';
import type { ConfigurationKind, Store, Tenant } from '../../store/index.ts';
import type { Change } from './changes.ts';
import { type Author, type ConfigurationState, lockConfiguration, makeLive } from './publication.ts';

export interface RollBackResult extends ConfigurationState {
  changes: Change[];
}

/**
 * Brings the state after publication `to` back, as a new publication that points to the former versions. What came later
 * is retired; drafts stay.
 * @param seen the revision that the admin has seen
 * @throws AppError `publicationUnknown`, `configurationChanged`, `nothingToPublish` if the state is that one already
 */
export function rollBack(store: Store, author: Author, to: number, seen?: number): Promise<RollBackResult> {
  return store.atLength(author.orgId, async (tenant) => {
    const state = await lockConfiguration(tenant, author.orgId, seen);
    if (to < 1 || to > state.publication)
      throw new AppError(
        'publicationUnknown',
        `There is no publication ${to}; the latest is ${state.publication}.`,
      );
    const pointers = await differences(tenant, author.orgId, to);
    if (pointers.length === 0)
      throw new AppError('nothingToPublish', `What is live is the state of publication ${to} already.`);
    const changes = pointers.map(({ kind, key, what }) => ({ kind, key, what }));
    return { ...(await makeLive(tenant, author, state, pointers, to)), changes };
  });
}

interface Difference extends Change {
  kind: ConfigurationKind;
  version: number;
  retired: boolean;
}

/** Entries whose live state is not what it was after publication `to`; what did not exist then is to be retired. */
async function differences(tenant: Tenant, orgId: string, to: number): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    with former as (
      select distinct on (kind, key) kind, key, version, retired
      from configuration_change
      where org_id = ${orgId} and publication <= ${to}::int
      order by kind, key, publication desc
    ), wanted as (
      select current.kind, current.key, current.retired as was_retired, current.version as was_version,
        coalesce(former.version, current.version) as version, coalesce(former.retired, true) as retired
      from configuration_current current left join former using (kind, key)
      where current.org_id = ${orgId}
    )
    select kind, key, version, retired,
      case when retired then 'retired' when was_retired then 'restored' else 'changed' end as what
    from wanted
    where retired <> was_retired or (not retired and version <> was_version)
    order by kind, key
  `.execute(tenant);
  return rows;
}
