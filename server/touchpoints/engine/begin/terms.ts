import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { MirroredRecord } from '../../record/from-mirror.ts';
import { enroll } from '../enroll.ts';
import { candidateOf, isOffered, requestOf, type Starting } from './starting.ts';

/** The same day of the month so many months later, or the last one of a shorter month. */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** Begins cadences on accounts whose term ends soon, once for each term. */
export async function beginForTerms(
  starting: Starting,
  records: ReadonlyMap<string, MirroredRecord>,
): Promise<void> {
  const { tenant, orgId, today } = starting;
  const { rows } = await sql<{ name: string }>`
    select record_id || ' ' || cadence_key || ' ' || (anchor_dates ->> anchor) as name
    from cadence_enrollment, unnest(array['contractEnd', 'assetEnd', 'competitorTermEnd']) as anchor
    where org_id = ${orgId} and record_id = any(${[...records.keys()]})
  `.execute(tenant);
  const known = new Set(rows.map(({ name }) => name));
  const requests = [...records.values()].flatMap((found) => {
    const candidate = candidateOf(found, starting);
    return starting.cadences.flatMap((version) => {
      const { start, id } = version.cadence;
      if (start.on !== 'termEnd' || !isOffered(version, candidate.record)) return [];
      const end = candidate.record.anchors[start.anchor];
      const isNear = end !== undefined && end >= today && end <= monthsAfter(today, start.monthsBefore);
      if (!isNear || known.has(`${found.recordId} ${id} ${end}`)) return [];
      return [
        requestOf(version, candidate, starting, { startedBy: 'rule', anchorDates: { [start.anchor]: end } }),
      ];
    });
  });
  await enroll(tenant, orgId, requests, starting.now);
}
