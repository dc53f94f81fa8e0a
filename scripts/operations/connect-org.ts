import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Access, openConnection, storeAccess } from '../../server/salesforce/index.ts';
import { readConfig } from '../../server/config.ts';
import { asOperator } from '../config/operator.ts';
import { requireTls } from './identity.ts';

const usage = `npm run org:connect -- --org <18-character id> --url <My Domain> --client-id <consumer key>
  [--username <integration user> --key <private key.pem> [--login-url https://login.salesforce.com]]

Lets the service keep a registered org in step and write there: it logs in once, and keeps the credential encrypted with
SALESFORCE_SECRET_KEY.
  --client-id  consumer key of the external client app (or connected app)
  --username   the integration user, for the JWT bearer flow; --key is the private key of the certificate of the app
  --login-url  where tokens are given out, if not at My Domain
Without --username the client credentials flow is used: the secret is read from SALESFORCE_CLIENT_SECRET.`;

const { values } = parseArgs({
  options: {
    org: { type: 'string' },
    url: { type: 'string' },
    'client-id': { type: 'string' },
    username: { type: 'string' },
    key: { type: 'string' },
    'login-url': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const credentialOf = async (): Promise<Access['credential']> => {
  const { username, key } = values;
  if (username !== undefined && key !== undefined)
    return { kind: 'jwtBearer', privateKey: await readFile(key, 'utf8') };
  const { SALESFORCE_CLIENT_SECRET: clientSecret } = process.env;
  if (username === undefined && clientSecret) return { kind: 'clientCredentials', clientSecret };
  throw new Error(
    `Say how to log in: --username with --key, or SALESFORCE_CLIENT_SECRET in the environment.\n\n${usage}`,
  );
};

const accessOf = async (): Promise<Access> => {
  const { org: orgId, url: instanceUrl, 'client-id': clientId, username = null } = values;
  if (!orgId || !instanceUrl || !clientId) throw new Error(`Something is missing.\n\n${usage}`);
  const loginUrl = values['login-url'] ?? instanceUrl;
  for (const address of [instanceUrl, loginUrl]) requireTls(address);
  return { orgId, instanceUrl, loginUrl, clientId, username, credential: await credentialOf() };
};

const secretKey = (): Buffer => {
  const { SALESFORCE_SECRET_KEY: key } = readConfig().secrets;
  if (key !== undefined) return Buffer.from(key, 'base64');
  throw new Error(
    'Set SALESFORCE_SECRET_KEY to the value of the service; "openssl rand -base64 32" makes one.',
  );
};

const identitySchema = z.object({ organization_id: z.string() });

/** The org itself says who it is, so that no other org's data ends up under this one's name. */
const requireSameOrg = async (access: Access): Promise<void> => {
  const { jsforce } = openConnection(access, { now: () => new Date() });
  const { organization_id: said } = identitySchema.parse(await jsforce.identity());
  if (said !== access.orgId)
    throw new Error(`${access.instanceUrl} is ${said}, not ${access.orgId}. Nothing was connected.`);
};

const connect = (): Promise<void> =>
  asOperator(async (open) => {
    const key = secretKey();
    const access = await accessOf();
    await requireSameOrg(access);
    const { registry } = await open();
    if (!(await registry.list()).some(({ orgId }) => orgId === access.orgId))
      throw new Error(`${access.orgId} is not registered. First: npm run org:register.`);
    await storeAccess(registry, access, key);
    console.log(`${access.orgId} is connected; a running service begins within seconds.`);
  });

if (values.help) console.log(usage);
else await connect();
