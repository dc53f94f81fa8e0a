import type { Registry, Tenant } from '../../store/index.ts';
import { z } from 'zod';
import { type Problem, problemSchema, SalesforceError } from '../problem.ts';
import { type Access, credentialSchema } from './credential.ts';
import type { ApiUsage } from './open.ts';
import { seal, unseal } from './seal.ts';

/** How it stands with an org. */
export interface ConnectionStatus {
  instanceUrl: string;
  username: string | null;
  problem: Problem | null;
  apiUsage: ApiUsage | null;
}

const usageSchema = z.object({ used: z.int(), limit: z.int() });
const statusSchema = z.object({ problem: problemSchema.nullable(), api_calls: usageSchema.nullable() });

/** Keeps how the service logs in to a registered org; the credential is sealed with `key`, 32 bytes. */
export const storeAccess = (registry: Registry, access: Access, key: Buffer): Promise<void> => {
  const { credential, orgId, ...rest } = access;
  return registry.connect({ orgId, ...rest, sealedSecret: seal(key, orgId, JSON.stringify(credential)) });
};

const opened = (key: Buffer, orgId: string, sealed: string): Access['credential'] => {
  try {
    return credentialSchema.parse(JSON.parse(unseal(key, orgId, sealed)));
  } catch (cause) {
    throw new SalesforceError(
      'signedOut',
      `The credential of ${orgId} can not be opened: it was sealed with another SALESFORCE_SECRET_KEY.`,
      cause,
    );
  }
};

/**
 * How the service logs in to the org; undefined if nobody connected it.
 * @throws SalesforceError `signedOut` if the credential was sealed with another key
 */
export async function readAccess(tenant: Tenant, orgId: string, key: Buffer): Promise<Access | undefined> {
  const row = await tenant
    .selectFrom('salesforce_connection')
    .select(['instance_url', 'login_url', 'client_id', 'username', 'sealed_secret'])
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  return (
    row && {
      ...{ orgId, instanceUrl: row.instance_url, loginUrl: row.login_url, clientId: row.client_id },
      username: row.username,
      credential: opened(key, orgId, row.sealed_secret),
    }
  );
}

export async function readStatus(tenant: Tenant, orgId: string): Promise<ConnectionStatus | undefined> {
  const row = await tenant
    .selectFrom('salesforce_connection')
    .select(['instance_url', 'username', 'problem', 'api_calls'])
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { problem, api_calls: apiUsage } = statusSchema.parse(row);
  return { instanceUrl: row.instance_url, username: row.username, problem, apiUsage };
}

export async function writeStatus(
  tenant: Tenant,
  orgId: string,
  { problem, apiUsage }: Pick<ConnectionStatus, 'problem' | 'apiUsage'>,
): Promise<void> {
  await tenant
    .updateTable('salesforce_connection')
    .set({
      problem: problem && JSON.stringify(problem),
      ...(apiUsage && { api_calls: JSON.stringify(apiUsage) }),
      updated_at: new Date(),
    })
    .where('org_id', '=', orgId)
    .execute();
}
