import { join } from 'node:path';
import { pino } from 'pino';
import { createLocalOrg } from '../../local-org/index.ts';
import { readCredentials } from '../../local-org/gateway/index.ts';
import { openDatabases } from '../../stack/database.ts';
import { openSite } from '../../stack/listen.ts';
import { fillIfEmpty } from '../../stack/sample-data.ts';
import { LOAD_CLIENT } from '../client.ts';

/** Whether an org answers there. */
export const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/services/data`).then(
    (response) => response.ok,
    () => false,
  );

/** The org of a state folder, reachable for as long as it is needed: for a load while "npm start" is not running. */
export async function startOwnOrg(
  root: string,
  stateDirectory: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const host = '127.0.0.1';
  const databases = await openDatabases(join(stateDirectory, 'postgres'), true, () => undefined);
  try {
    const site = await openSite(0, host);
    const url = `http://${host}:${site.port}`;
    const org = await createLocalOrg({
      databaseUrl: databases.orgUrl,
      projectRoot: root,
      additionalMetadata: [join(root, 'scripts', 'org-load', 'metadata')],
      baseUrl: url,
      log: pino({ level: 'warn' }),
    });
    const { publicKeyPem } = await readCredentials(join(stateDirectory, 'local-org'));
    await org.connectedApps.register({ clientId: LOAD_CLIENT, certificate: publicKeyPem });
    await fillIfEmpty(org);
    site.answerWith(org.app);
    const stop = async (): Promise<void> => {
      await site.close();
      await org.close();
      await databases.stop();
    };
    return { url, stop };
  } catch (error) {
    await databases.stop();
    throw error;
  }
}
