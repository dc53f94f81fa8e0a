import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { openDatabases } from '../stack/database.ts';
import { openSite } from '../stack/listen.ts';
import { addRows } from './rows.ts';

/** An org that nobody used before, reachable until it is stopped; then nothing is left of it. */
export interface FreshOrg {
  org: LocalOrg;
  url: string;
  /** Of its administrator. */
  username: string;
  /** A folder that goes with the org. */
  folder: string;
  stop: () => Promise<void>;
}

/** @param root folder of the project, whose metadata is deployed as in every local org */
export async function startFreshOrg(root: string): Promise<FreshOrg> {
  const host = '127.0.0.1';
  const folder = mkdtempSync(join(tmpdir(), 'be-inspired-conformance-'));
  chmodSync(folder, 0o755);
  const databases = await openDatabases(join(folder, 'postgres'), false, () => undefined);
  const site = await openSite(0, host);
  const url = `http://${host}:${site.port}`;
  const org = await createLocalOrg({
    databaseUrl: databases.orgUrl,
    projectRoot: root,
    additionalMetadata: [join(root, 'scripts', 'conformance', 'metadata')],
    baseUrl: url,
    log: pino({ level: 'error' }, pino.destination(2)),
  });
  await addRows(org);
  const admin = await org.records.accessOf(org.adminId);
  const [user] = await org.records.retrieve(admin, 'User', [org.adminId], ['Username']);
  site.answerWith(org.app);
  const stop = async (): Promise<void> => {
    await site.close();
    await org.close();
    await databases.stop();
    rmSync(folder, { recursive: true });
  };
  return { org, url, username: String(user?.['Username']), folder, stop };
}
