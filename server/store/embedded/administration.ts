import { Client, escapeIdentifier } from 'pg';
import { superuser } from './cluster.ts';

/** What can be asked of a running server. */
export interface Administration {
  /** Folder of the unix socket. */
  socketFolder: string;
  /** Connection string for a database, by default as the superuser. It stays the same over restarts. */
  url(database: string, role?: string): string;
  /** Makes a login role that may do nothing by itself, unless it is there. */
  createRole(name: string): Promise<void>;
  /** Makes a database unless it is there: owned by `owner` (made if missing), as a copy of `template`. */
  createDatabase(name: string, options: { owner: string; template?: string }): Promise<void>;
  /** Removes a database; fails while somebody is connected to it. */
  dropDatabase(name: string): Promise<void>;
}

/** Administration of the server on this socket; also for a process that did not start it. */
export function administrationOf(socketFolder: string): Administration {
  const url = (database: string, role = superuser): string => socketUrl(socketFolder, database, role);
  const ask = (text: string, values: string[] = []): Promise<number> =>
    asSuperuser(url('postgres'), text, values);

  const createRole = async (name: string): Promise<void> => {
    if ((await ask('select 1 from pg_roles where rolname = $1', [name])) > 0) return;
    await ask(`create role ${escapeIdentifier(name)} login noinherit`);
  };
  return {
    socketFolder,
    url,
    createRole,
    async createDatabase(name, { owner, template = 'template1' }) {
      if ((await ask('select 1 from pg_database where datname = $1', [name])) > 0) return;
      await createRole(owner);
      const [database, role, source] = [name, owner, template].map(escapeIdentifier);
      await ask(`create database ${database} owner ${role} template ${source}`);
    },
    async dropDatabase(name) {
      await ask(`drop database if exists ${escapeIdentifier(name)}`);
    },
  };
}

/** Connection string for a unix socket; `localhost` is a placeholder that `host` overrides. */
export function socketUrl(socketFolder: string, database: string, role: string): string {
  const host = encodeURIComponent(socketFolder);
  return `postgresql://${encodeURIComponent(role)}@localhost/${encodeURIComponent(database)}?host=${host}`;
}

async function asSuperuser(connectionString: string, text: string, values: string[]): Promise<number> {
  const client = new Client({ connectionString });
  // A server that is stopped meanwhile says so between two answers too; what is asked of it fails, and that is enough.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
