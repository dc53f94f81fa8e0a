import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';

/** A deal that came to a stage. */
export interface StageEntry {
  recordId: string;
  stageName: string;
  /** How many times it has come to it, this one included. */
  visit: number;
}

interface Seen {
  recordId: string;
  stageName: string;
  /** Made after the org was connected, so that its first stage counts as entered. */
  isNew: boolean;
}

interface Row {
  recordId: string;
  stageName: string;
  visits: Record<string, number>;
}

/**
 * Notes where deals stand.
 * @returns those that came to a stage since they were last seen; not those that stood there before the service came
 */
export async function noteStages(
  tenant: Tenant,
  orgId: string,
  seen: readonly Seen[],
): Promise<StageEntry[]> {
  if (seen.length === 0) return [];
  const { rows } = await sql<Row>`
    insert into record_position as kept (org_id, record_id, stage_name, visits)
    select ${orgId}, "recordId", "stageName", jsonb_build_object("stageName", 1)
    from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as given ("recordId" text, "stageName" text)
    order by "recordId"
    on conflict (org_id, record_id) do update set
      stage_name = excluded.stage_name,
      visits = kept.visits || jsonb_build_object(
        excluded.stage_name, coalesce((kept.visits ->> excluded.stage_name)::int, 0) + 1)
    where kept.stage_name <> excluded.stage_name
    returning record_id as "recordId", stage_name as "stageName", visits
  `.execute(tenant);
  const isNew = new Set(seen.flatMap((each) => (each.isNew ? [each.recordId] : [])));
  return rows
    .filter(({ recordId, visits }) => isNew.has(recordId) || Object.keys(visits).length > 1)
    .map(({ recordId, stageName, visits }) => ({ recordId, stageName, visit: visits[stageName] ?? 1 }));
}
