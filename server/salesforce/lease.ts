import { Client } from 'pg';

/** Which orgs this process looks after. A lease ends with the connection it is held on, so a killed process holds none. */
export interface Leases {
  /** Is the org this process's own, now? */
  has(orgId: string): Promise<boolean>;
  close(): Promise<void>;
}

interface Session {
  client: Client;
  held: Set<string>;
}

/** Any constant that no other use of advisory locks in this database has. */
const space = 0x1e55;

/** @param directUrl a connection without a transaction pooler: locks belong to sessions */
export const openLeases = (directUrl: string, onLost: (error: Error) => void): Leases => {
  let session: Promise<Session> | undefined;

  const connect = async (): Promise<Session> => {
    const client = new Client({ connectionString: directUrl, application_name: 'be-inspired leases' });
    client.on('error', (error) => {
      session = undefined;
      onLost(error);
    });
    await client.connect();
    return { client, held: new Set() };
  };

  const current = (): Promise<Session> => {
    session ??= connect().catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return session;
  };

  return {
    async has(orgId) {
      const { client, held } = await current();
      if (held.has(orgId)) return true;
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as taken',
        [space, orgId],
      );
      if (rows[0]?.taken) held.add(orgId);
      return held.has(orgId);
    },
    async close() {
      const open = await session?.catch(() => undefined);
      session = undefined;
      await open?.client.end();
    },
  };
};
