import { sql } from 'kysely';
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
  publication: number;
  cadences: readonly CadenceVersion[];
  calendars: readonly WorkingCalendar[];
  settings: CadenceSettings;
}

interface Row {
  kind: string;
  version: number;
  retired: boolean;
  publication: number;
  content: unknown;
}

/** Live cadences, those that were withdrawn last, calendars and settings; the shipped settings where an org has none. */
export async function readCadenceLibrary(tenant: Tenant, orgId: string): Promise<CadenceLibrary> {
  const { rows } = await sql<Row>`
    select kind, version, current.retired, current.publication, entry.content from ${currentEntries}
    where org_id = ${orgId} and kind in ('cadence', 'workingCalendar', 'cadenceSettings')
    order by kind, key
  `.execute(tenant);
  const live = (kind: string): Row[] => rows.filter((row) => row.kind === kind && !row.retired);
  const cadences = rows.filter(({ kind }) => kind === 'cadence');
  return {
    publication: Math.max(0, ...rows.map(({ publication }) => publication)),
    cadences: cadences.map(({ content, version, retired }) => ({
      ...{ cadence: cadenceSchema.parse(content), version, retired },
    })),
    calendars: live('workingCalendar').map(({ content }) => workingCalendarSchema.parse(content)),
    settings: cadenceSettingsSchema.parse(live('cadenceSettings')[0]?.content ?? {}),
  };
}

/** Versions of cadences that enrolments run by, live or not, by key and version: `qualify 3`. */
export async function readCadenceVersions(
  tenant: Tenant,
  orgId: string,
  names: readonly { key: string; version: number }[],
): Promise<ReadonlyMap<string, Cadence>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; content: unknown }>`
    select key || ' ' || version as name, entry.content from configuration_entry as entry
    join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as named (key text, version int) using (key, version)
    where org_id = ${orgId} and kind = 'cadence'
  `.execute(tenant);
  return new Map(rows.map(({ name, content }) => [name, cadenceSchema.parse(content)]));
}
