import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Executor } from '../database.ts';

/** A program that may log in to the org. */
export interface ConnectedApp {
  clientId: string;
  /** User id that client credentials log in as. */
  runAs: string | null;
  /** PEM of the certificate (or public key) that the app signs JWT assertions with. */
  certificate: string | null;
}

interface ConnectedAppRegistration {
  clientId: string;
  clientSecret?: string;
  runAs?: string;
  certificate?: string;
}

/** The org's connected apps; secrets are kept as hashes. */
export interface ConnectedApps {
  /** Adds the app, or replaces what was registered under its client id. */
  register(app: ConnectedAppRegistration): Promise<void>;
  find(clientId: string): Promise<ConnectedApp | null>;
  hasSecret(clientId: string, secret: string): Promise<boolean>;
}

export function createConnectedApps(db: Executor): ConnectedApps {
  return {
    async register({ clientId, clientSecret, runAs, certificate }) {
      const secret = clientSecret === undefined ? null : hashOf(clientSecret);
      await sql`insert into local_org.connected_app (client_id, secret_hash, run_as, certificate)
        values (${clientId}, ${secret}, ${runAs ?? null}, ${certificate ?? null}) on conflict (client_id) do update
        set secret_hash = excluded.secret_hash, run_as = excluded.run_as, certificate = excluded.certificate`.execute(
        db,
      );
    },
    async find(clientId) {
      const { rows } = await sql<ConnectedApp>`select client_id as "clientId", run_as as "runAs", certificate
        from local_org.connected_app where client_id = ${clientId}`.execute(db);
      return rows[0] ?? null;
    },
    async hasSecret(clientId, secret) {
      const { rows } = await sql<{
        hash: Buffer | null;
      }>`select secret_hash as hash from local_org.connected_app
        where client_id = ${clientId}`.execute(db);
      const known = rows[0]?.hash;
      return known ? timingSafeEqual(known, hashOf(secret)) : false;
    },
  };
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
