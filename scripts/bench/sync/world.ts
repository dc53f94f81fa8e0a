import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { Client } from 'pg';
import { z } from 'zod';
import { storeAccess } from '../../../server/salesforce/index.ts';
import { type Connections, openRegistry } from '../../../server/store/index.ts';
import { openDatabases } from '../../stack/database.ts';
import { startPeer } from '../peer.ts';

const readySchema = z.object({ url: z.string(), orgId: z.string(), adminId: z.string(), token: z.string() });

/** An org and the database of a service that is connected to it. */
export interface World {
  orgId: string;
  adminId: string;
  /** Where the org's API is. */
  url: string;
  connections: Connections;
  secretKey: Buffer;
  /** Somebody else in the org, as the administrator. */
  rep: Connection;
  /** The databases themselves, to compare what is in them. */
  orgRows: Client;
  mirrorRows: Client;
  /** Sets what goes wrong in the org; nothing without a plan. */
  faults: (plan: object) => Promise<void>;
  end: () => Promise<void>;
}

const connected = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
};

const register = async (
  { ownerUrl }: Connections,
  org: z.output<typeof readySchema>,
  clientSecret: string,
) => {
  const secretKey = randomBytes(32);
  const { orgId, url } = org;
  const registry = openRegistry(ownerUrl);
  await registry.register({ orgId, name: 'Bench', environment: 'local', keys: [], secondFactorHash: null });
  const access = { orgId, instanceUrl: url, loginUrl: url, clientId: 'bench', username: null };
  await storeAccess(
    registry,
    { ...access, credential: { kind: 'clientCredentials', clientSecret } },
    secretKey,
  );
  await registry.close();
  return secretKey;
};

export const openWorld = async (): Promise<World> => {
  const directory = mkdtempSync(join(tmpdir(), 'be-inspired-bench-'));
  chmodSync(directory, 0o755);
  const databases = await openDatabases(directory, false, () => undefined);
  const clientSecret = randomBytes(24).toString('base64url');
  const order = { databaseUrl: databases.orgUrl, clientId: 'bench', clientSecret };
  const peer = startPeer(new URL('org.ts', import.meta.url), {
    ...process.env,
    BENCH_ORDER: JSON.stringify(order),
  });
  const org = await peer.next(readySchema);
  const { url, token } = org;
  const orgRows = await connected(databases.orgUrl);
  const mirrorRows = await connected(databases.service.ownerUrl);
  return {
    ...{ orgId: org.orgId, adminId: org.adminId, url, orgRows, mirrorRows },
    connections: databases.service,
    secretKey: await register(databases.service, org, clientSecret),
    rep: new Connection({ instanceUrl: url, accessToken: token, version: '65.0' }),
    faults: async (plan) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const request = { method: 'PUT', headers, body: JSON.stringify(plan) };
      const response = await fetch(`${url}/local-org/faults`, request);
      if (!response.ok) throw new Error(await response.text());
    },
    end: async () => {
      await Promise.all([orgRows.end(), mirrorRows.end()]);
      await peer.stop();
      await databases.stop();
      rmSync(directory, { recursive: true });
    },
  };
};
