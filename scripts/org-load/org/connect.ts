import { Connection } from 'jsforce';
import { SignJWT } from 'jose';
import type { Credentials } from '../../local-org/gateway/index.ts';
import { LOAD_CLIENT } from '../client.ts';

/** Any org takes assertions for Salesforce's own login address. */
const AUDIENCE = 'https://login.salesforce.com';
const VERSION = '65.0';

export interface Login {
  /** Address of the org. */
  url: string;
  /** Username. */
  user: string;
}

/**
 * Logs in as the user by a JWT that is signed with the local org's own key, as a connected app does.
 * @throws Error when nothing answers there, or it does not let this user in
 */
export async function connect(
  { url, user }: Login,
  { privateKey }: Pick<Credentials, 'privateKey'>,
): Promise<Connection> {
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(LOAD_CLIENT)
    .setSubject(user)
    .setAudience(AUDIENCE)
    .setExpirationTime('3m')
    .sign(privateKey);
  const connection = new Connection({ loginUrl: url, version: VERSION });
  try {
    await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${url} does not let ${user} in: ${reason}. Name the address (--url) and user (--user) of a local org that "npm start" runs from this folder.`,
      { cause },
    );
  }
  return connection;
}
