import { createHash, randomBytes } from 'node:crypto';
import { storeAccess } from '../../server/salesforce/index.ts';
import { openRegistry } from '../../server/store/index.ts';
import type { Credentials } from '../local-org/gateway/index.ts';
import type { LocalOrg } from '../local-org/index.ts';

/** A certificate in an org lives for a year; the local org's key is registered anew at every start. */
const lifeMs = 365 * 24 * 60 * 60 * 1000;

/** Lets the service accept what the local org signs. Only a service started with `LOCAL_ORG=accept` does. */
export async function registerLocalOrg(
  ownerUrl: string,
  orgId: string,
  credentials: Credentials,
): Promise<void> {
  const registry = openRegistry(ownerUrl);
  const now = Date.now();
  const key = {
    pem: credentials.publicKeyPem,
    addedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + lifeMs).toISOString(),
  };
  try {
    await registry.register({
      orgId,
      name: 'Local org',
      environment: 'local',
      keys: [key],
      secondFactorHash: createHash('sha256').update(credentials.secret).digest('base64url'),
    });
  } finally {
    await registry.close();
  }
}

const clientId = 'be-inspired-service';

/** Lets the service into the local org as its integration user, with a secret that is new at every start. */
export async function connectLocalOrg(
  ownerUrl: string,
  { org, instanceUrl, secretKey }: { org: LocalOrg; instanceUrl: string; secretKey: Buffer },
): Promise<void> {
  const clientSecret = randomBytes(32).toString('base64url');
  await org.connectedApps.register({ clientId, clientSecret, runAs: org.integrationId });
  const registry = openRegistry(ownerUrl);
  try {
    const address = { orgId: org.orgId, instanceUrl, loginUrl: instanceUrl, clientId, username: null };
    await storeAccess(
      registry,
      { ...address, credential: { kind: 'clientCredentials', clientSecret } },
      secretKey,
    );
  } finally {
    await registry.close();
  }
}
