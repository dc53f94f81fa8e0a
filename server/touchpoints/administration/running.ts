import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedCall } from '../../http/route.ts';
import type { Tenant } from '../../store/index.ts';
import type { TouchpointParts } from '../parts.ts';

/** Cadences that enrolments run by although another version is live, or none. */
export const runningAnswerSchema = z.strictObject({
  running: z.array(
    z.strictObject({
      cadenceId: z.string(),
      title: z.string(),
      /** The version that they run by. */
      version: z.int(),
      /** The version that is live; absent if the cadence was withdrawn. */
      liveVersion: z.int().optional(),
      enrollments: z.int(),
    }),
  ),
});

type Running = z.infer<typeof runningAnswerSchema>['running'];

/** What runs by a version that is not live, of which an admin decides what becomes of it. */
export async function readRunning(tenant: Tenant, orgId: string): Promise<Running> {
  const { rows } = await sql<Omit<Running[number], 'liveVersion'> & { liveVersion: number | null }>`
    select enrollment.cadence_key as "cadenceId", entry.content ->> 'title' as title,
      enrollment.cadence_version as version, case when not current.retired then current.version end as "liveVersion",
      count(*)::int as enrollments
    from cadence_enrollment enrollment
    join configuration_entry entry on entry.org_id = enrollment.org_id and entry.kind = 'cadence'
      and entry.key = enrollment.cadence_key and entry.version = enrollment.cadence_version
    join configuration_current current on current.org_id = enrollment.org_id and current.kind = 'cadence'
      and current.key = enrollment.cadence_key
    where enrollment.org_id = ${orgId} and enrollment.state in ('active', 'paused')
      and (current.retired or current.version <> enrollment.cadence_version)
    group by 1, 2, 3, 4 order by 1, 3
  `.execute(tenant);
  return rows.map(({ liveVersion, ...row }) => ({ ...row, ...(liveVersion !== null && { liveVersion }) }));
}

/** @throws AppError `storeUnavailable` */
export const showRunning = async (
  { caller }: SignedCall<unknown>,
  { store }: TouchpointParts,
): Promise<z.infer<typeof runningAnswerSchema>> => ({
  running: await store.inTenant(caller.orgId, (tenant) => readRunning(tenant, caller.orgId)),
});
