import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createLocalOrg, type LocalOrg } from '../../../../scripts/local-org/index.ts';
import { freshDatabase } from '../../../support/postgres.ts';

export interface TestOrg extends LocalOrg {
  /** Closes the org and removes its database. */
  end(): Promise<void>;
}

const projectOf = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
export const fixtureProject = projectOf('project');

/** A new org on a database of its own, with the schema of the fixture project unless told otherwise. */
export async function testOrg({ projectRoot = fixtureProject } = {}): Promise<TestOrg> {
  const database = await freshDatabase();
  const org = await createLocalOrg({
    databaseUrl: database.url(),
    projectRoot,
    baseUrl: 'http://localhost:3000',
    log: pino({ level: 'silent' }),
  });
  return {
    ...org,
    async end() {
      await org.close();
      await database.drop();
    },
  };
}
