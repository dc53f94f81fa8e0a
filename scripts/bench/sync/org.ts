import { createServer } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { createLocalOrg } from '../../local-org/index.ts';

/** A process of its own: the org that is kept in step with, on a free port. */

const root = join(import.meta.dirname, '../../..');
const { databaseUrl, clientId, clientSecret } = z
  .object({ databaseUrl: z.string(), clientId: z.string(), clientSecret: z.string() })
  .parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = z.object({ port: z.int() }).parse(server.address());
const url = `http://127.0.0.1:${port}`;
const log = pino({ level: 'fatal' });
const org = await createLocalOrg({
  databaseUrl,
  projectRoot: root,
  additionalMetadata: [],
  baseUrl: url,
  log,
});
server.on('request', org.app);
await org.connectedApps.register({ clientId, clientSecret, runAs: org.integrationId });
process.send?.({ url, orgId: org.orgId, adminId: org.adminId, token: await org.sessions.open(org.adminId) });
process.on('disconnect', () => process.exit());
