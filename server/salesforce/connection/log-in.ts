import { importPKCS8, SignJWT } from 'jose';
import { OAuth2 } from 'jsforce';
import { z } from 'zod';
import type { Access } from './credential.ts';
import { transportOf } from './transport.ts';

/** Salesforce takes assertions that expire within three minutes. */
const assertionSeconds = 120;

const tokenSchema = z.object({ access_token: z.string().min(1), instance_url: z.url() });

export interface Session {
  accessToken: string;
  instanceUrl: string;
}

const assertionOf = async (access: Access, privateKey: string, now: Date): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(access.clientId)
    .setSubject(access.username ?? '')
    .setAudience(access.loginUrl)
    .setExpirationTime(Math.floor(now.getTime() / 1000) + assertionSeconds)
    .sign(await importPKCS8(privateKey, 'RS256'));

const grantOf = async (access: Access, now: Date): Promise<{ grant_type: string }> => {
  const { credential } = access;
  if (credential.kind === 'clientCredentials') return { grant_type: 'client_credentials' };
  const assertion = await assertionOf(access, credential.privateKey, now);
  return Object.assign({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' }, { assertion });
};

/**
 * Logs in: JWT bearer (RFC 7523) or client credentials (RFC 6749, 4.4), whichever the credential is for.
 * @param patience milliseconds to wait for the answer
 * @throws Error with Salesforce's words when the org refuses
 */
export const logIn = async (access: Access, now: Date, patience: number): Promise<Session> => {
  const { loginUrl, clientId, credential } = access;
  const clientSecret = credential.kind === 'clientCredentials' ? credential.clientSecret : undefined;
  const oauth2 = new OAuth2({ loginUrl, clientId, ...(clientSecret === undefined ? {} : { clientSecret }) });
  oauth2._transport = transportOf(patience);
  const answer = tokenSchema.parse(await oauth2.requestToken(await grantOf(access, now)));
  return { accessToken: answer.access_token, instanceUrl: answer.instance_url };
};
