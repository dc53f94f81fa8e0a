import { v7 as uuidv7 } from 'uuid';
import type { Tenant } from './tables.ts';

export interface AuditedAct {
  orgId: string;
  /** 18-character user id, or `operator` for commands. */
  userId: string;
  /** Such as `configuration.publish`. */
  action: string;
  /** Names and numbers of what was touched; no customer text. */
  detail: object;
}

/** Records an admin's act in the transaction that does it: both happen or neither. */
export async function audit(tenant: Tenant, { orgId, userId, action, detail }: AuditedAct): Promise<void> {
  await tenant
    .insertInto('audit')
    .values({ org_id: orgId, id: uuidv7(), user_id: userId, action, detail: JSON.stringify(detail) })
    .execute();
}
