import { sql } from 'kysely';
import { type FactSource, factSourceSchema } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import type { ContentItem } from '../item.ts';
import { type CheckedSet, describe } from './checked-set.ts';
import { linksOf } from './links.ts';
import { currentEntries, namesOneOf } from './live-entries.ts';
import type { EntryName } from './set.ts';

/** What must be known of an entry that was published before to judge a change of it, or what names it. */
interface LiveEntry extends EntryName {
  version: number;
  retired: boolean;
  digest: string;
  /** Of items. */
  origin: ContentItem['origin'] | null;
  itemKind: ContentItem['kind'] | null;
}

/** An entry and the items that it is of no use without. */
interface Needing extends EntryName {
  needs: string[];
}

/** As much of what is live as a set touches, so that a small change is judged quickly in a large library. */
export interface LiveConfiguration {
  /** Entries that the set writes, retires or names. */
  find(name: EntryName): LiveEntry | undefined;
  /** Live entries that name an item which the set retires. */
  needing: Needing[];
  stageKeys: string[];
  factSources: FactSource[];
}

export async function readLive(tenant: Tenant, orgId: string, set: CheckedSet): Promise<LiveConfiguration> {
  const entries = await readEntries(tenant, orgId, namesIn(set));
  const retired = set.retire.filter(({ kind }) => kind === 'item').map(({ key }) => key);
  const byName = new Map(entries.map((entry) => [describe(entry), entry]));
  return {
    find: (name) => byName.get(describe(name)),
    needing: retired.length > 0 ? await readNeeding(tenant, orgId, retired) : [],
    stageKeys: await readStageKeys(tenant, orgId),
    factSources: await readFactSources(tenant, orgId),
  };
}

function namesIn(set: CheckedSet): EntryName[] {
  const names = [...set.entries, ...set.entries.flatMap(linksOf), ...set.retire];
  const unique = new Map(names.map(({ kind, key }) => [describe({ kind, key }), { kind, key }]));
  return [...unique.values()];
}

async function readEntries(tenant: Tenant, orgId: string, names: EntryName[]): Promise<LiveEntry[]> {
  const { rows } = await sql<LiveEntry>`
    select kind, key, version, current.retired, entry.digest,
      case when kind = 'item' then entry.content->>'origin' end as origin,
      case when kind = 'item' then entry.content->>'kind' end as "itemKind"
    from ${currentEntries}
    join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as named (kind text, key text) using (kind, key)
    where org_id = ${orgId}
  `.execute(tenant);
  return rows;
}

async function readNeeding(tenant: Tenant, orgId: string, itemIds: readonly string[]): Promise<Needing[]> {
  const { rows } = await sql<Needing>`
    select kind, key,
      case kind
        when 'rule' then array(select jsonb_array_elements_text(entry.content->'itemIds'))
        when 'cadence' then array(select jsonb_path_query(entry.content, '$.steps[*].contentIds[*]') #>> '{}')
        else array_remove(array[entry.content->>'refresherId', entry.content->>'replacedBy'], null)
      end as needs
    from ${currentEntries}
    where org_id = ${orgId} and not current.retired and ${namesOneOf(itemIds)}
    order by kind, key
  `.execute(tenant);
  return rows;
}

async function readStageKeys(tenant: Tenant, orgId: string): Promise<string[]> {
  const rows = await tenant
    .selectFrom('configuration_current')
    .select('key')
    .where('org_id', '=', orgId)
    .where('kind', '=', 'stage')
    .where('retired', '=', false)
    .execute();
  return rows.map((row) => row.key);
}

async function readFactSources(tenant: Tenant, orgId: string): Promise<FactSource[]> {
  const { rows } = await sql<{ content: unknown }>`
    select entry.content from ${currentEntries}
    where org_id = ${orgId} and kind = 'factSource' and not current.retired
  `.execute(tenant);
  return rows.map((row) => factSourceSchema.parse(row.content));
}
