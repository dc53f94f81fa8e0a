import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';

/** When the org was connected: deals that are older stood where they stand before the service came. */
export const connectedOn = async (tenant: Tenant, orgId: string): Promise<string> => {
  const { rows } = await sql<{ on: string }>`
    select (connected_at at time zone 'UTC')::date as on from salesforce_connection where org_id = ${orgId}
  `.execute(tenant);
  return rows[0]?.on ?? '9999-01-01';
};
