import { Connection } from 'jsforce';
import { z } from 'zod';
import type { Organization } from '../../server/store/index.ts';

/** Who an org says it is, asked by OAuth. */
export interface OrgIdentity {
  /** 18 characters. */
  orgId: string;
  name: string;
  environment: Organization['environment'];
}

/** How to log in: an access token, or a connected app that may use client credentials. */
export const credentialsSchema = z.union(
  [
    z.object({ SALESFORCE_ACCESS_TOKEN: z.string().min(1) }),
    z.object({ SALESFORCE_CLIENT_ID: z.string().min(1), SALESFORCE_CLIENT_SECRET: z.string().min(1) }),
  ],
  { error: 'Set SALESFORCE_ACCESS_TOKEN, or SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.' },
);

type Credentials = z.infer<typeof credentialsSchema>;

const identitySchema = z.object({ organization_id: z.string().regex(/^00D[a-zA-Z0-9]{15}$/) });
const organizationSchema = z.object({ Name: z.string(), IsSandbox: z.boolean() });

const version = '65.0';

const connect = async (instanceUrl: string, credentials: Credentials): Promise<Connection> => {
  if ('SALESFORCE_ACCESS_TOKEN' in credentials)
    return new Connection({ instanceUrl, version, accessToken: credentials.SALESFORCE_ACCESS_TOKEN });
  const { SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret } = credentials;
  const connection = new Connection({
    instanceUrl,
    version,
    oauth2: { loginUrl: instanceUrl, clientId, clientSecret },
  });
  await connection.authorize({ grant_type: 'client_credentials' });
  return connection;
};

/** An org on this machine is the local org, whatever it says of itself. */
const isHere = (instanceUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(instanceUrl).hostname);

/** @throws Error unless the address is https, or on this machine */
export const requireTls = (instanceUrl: string): void => {
  if (new URL(instanceUrl).protocol === 'https:' || isHere(instanceUrl)) return;
  throw new Error(`${instanceUrl} is not https; the token would be readable on the way.`);
};

/**
 * Asks an org who it is.
 * @param instanceUrl My Domain of the org, such as https://acme.my.salesforce.com
 * @throws Error when the log-in is refused, or what comes back is no Salesforce org
 */
export const askIdentity = async (instanceUrl: string, credentials: Credentials): Promise<OrgIdentity> => {
  requireTls(instanceUrl);
  const connection = await connect(instanceUrl, credentials);
  const { organization_id: orgId } = identitySchema.parse(await connection.identity());
  const { records } = await connection.query('SELECT Name, IsSandbox FROM Organization');
  const { Name: name, IsSandbox: isSandbox } = organizationSchema.parse(records[0]);
  if (isHere(instanceUrl)) return { orgId, name, environment: 'local' };
  return { orgId, name, environment: isSandbox ? 'sandbox' : 'production' };
};
