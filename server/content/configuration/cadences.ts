import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import {
  type Cadence,
  cadenceSchema,
  type CadenceSettings,
  cadenceSettingsSchema,
  type WorkingCalendar,
  workingCalendarSchema,
} from '../../cadences/index.ts';
import type { Tenant } from '../../store/index.ts';
import { currentEntries } from './live-entries.ts';

/** A cadence as it was published; enrolments name the version that they run by. */
export interface CadenceVersion {
  cadence: Cadence;
  version: number;
  /** Withdrawn: nobody is enrolled any more. */
  retired: boolean;
}

/** What an org published on cadences. */
export interface CadenceLibrary {
  cadences: readonly CadenceVersion[];
  calendars: readonly WorkingCalendar[];
  settings: CadenceSettings;
}

/** A published version of an entry, known by what it says. */
interface Published {
  key: string;
  version: number;
  digest: string;
}

/** A version never changes, and its digest says what is in it: parsed once, whichever org has it. */
const parsed = new LRUCache<string, Cadence>({ max: 2_000 });

const readContents = async (
  tenant: Tenant,
  orgId: string,
  published: readonly Published[],
): Promise<void> => {
  const unknown = published.filter(({ digest }) => !parsed.has(digest));
  if (unknown.length === 0) return;
  const names = unknown.map(({ key, version }) => ({ key, version }));
  const { rows } = await sql<{ digest: string; content: unknown }>`
    select entry.digest, entry.content from configuration_entry as entry
    join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as named (key text, version int) using (key, version)
    where org_id = ${orgId} and kind = 'cadence'
  `.execute(tenant);
  for (const { digest, content } of rows) parsed.set(digest, cadenceSchema.parse(content));
};

const withCadences = async <Row extends Published>(
  tenant: Tenant,
  orgId: string,
  rows: readonly Row[],
): Promise<(Row & { cadence: Cadence })[]> => {
  await readContents(tenant, orgId, rows);
  return rows.flatMap((row) => {
    const cadence = parsed.get(row.digest);
    return cadence ? [{ ...row, cadence }] : [];
  });
};

interface Row extends Published {
  kind: string;
  retired: boolean;
  /** Of calendars and settings. */
  content: unknown;
}

/** Live cadences, those that were withdrawn last, calendars and settings; the shipped settings where an org has none. */
export async function readCadenceLibrary(tenant: Tenant, orgId: string): Promise<CadenceLibrary> {
  const { rows } = await sql<Row>`
    select kind, key, version, current.retired, entry.digest, case when kind <> 'cadence' then entry.content end as content
    from ${currentEntries}
    where org_id = ${orgId} and kind in ('cadence', 'workingCalendar', 'cadenceSettings')
    order by kind, key
  `.execute(tenant);
  const live = (kind: string): Row[] => rows.filter((row) => row.kind === kind && !row.retired);
  const cadences = rows.filter(({ kind }) => kind === 'cadence');
  return {
    cadences: await withCadences(tenant, orgId, cadences),
    calendars: live('workingCalendar').map(({ content }) => workingCalendarSchema.parse(content)),
    settings: cadenceSettingsSchema.parse(live('cadenceSettings')[0]?.content ?? {}),
  };
}

/** What runs by a version of a cadence. */
export interface RunsBy {
  cadence_key: string;
  cadence_version: number;
}

/** Finds the version that something runs by; undefined if there is none. */
export type CadenceOf = (runsBy: RunsBy) => Cadence | undefined;

const nameOf = (key: string, version: number): string => `${key} ${version}`;

/** Reads the versions of cadences that these run by, live or not. */
export async function readCadenceVersions(
  tenant: Tenant,
  orgId: string,
  running: readonly RunsBy[],
): Promise<CadenceOf> {
  if (running.length === 0) return () => undefined;
  const named = running.map(({ cadence_key: key, cadence_version: version }) => ({ key, version }));
  const distinct = [...new Map(named.map((each) => [nameOf(each.key, each.version), each])).values()];
  const { rows } = await sql<Published>`
    select key, version, entry.digest from configuration_entry as entry
    join jsonb_to_recordset(${JSON.stringify(distinct)}::jsonb) as named (key text, version int) using (key, version)
    where org_id = ${orgId} and kind = 'cadence'
  `.execute(tenant);
  const found = await withCadences(tenant, orgId, rows);
  const byName = new Map(found.map(({ key, version, cadence }) => [nameOf(key, version), cadence]));
  return ({ cadence_key: key, cadence_version: version }) => byName.get(nameOf(key, version));
}
