import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { asOperator } from '../config/operator.ts';
import { readCertificate } from './certificate.ts';
import { askIdentity, credentialsSchema } from './identity.ts';
import { registrationOf } from './registration.ts';

const usage = `npm run org:register -- --org <18-character id> --url <My Domain> --certificate <file.crt> [--only] [--new-secret]

Registers the certificate that an org signs with, after the org has said by OAuth that it is the one named.
  --org          the org that is meant; another one is refused
  --url          its My Domain, such as https://acme.my.salesforce.com
  --certificate  downloaded in Setup → Certificate and Key Management
  --only         lets this certificate alone count; otherwise a former one counts until it expires
  --new-secret   replaces the second factor; the first registration always makes one

Log in with SALESFORCE_ACCESS_TOKEN ("sf org display" shows one), or with SALESFORCE_CLIENT_ID and
SALESFORCE_CLIENT_SECRET of a connected app that may use client credentials. The database is that of the service.`;

const { values } = parseArgs({
  options: {
    org: { type: 'string' },
    url: { type: 'string' },
    certificate: { type: 'string' },
    only: { type: 'boolean', default: false },
    'new-secret': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

const given = () => {
  const { org, url, certificate } = values;
  if (!org || !url || !certificate) throw new Error(`Something is missing.\n\n${usage}`);
  const credentials = credentialsSchema.safeParse(process.env);
  if (!credentials.success) throw new Error(credentials.error.issues[0]?.message);
  return { org, url, certificate, credentials: credentials.data };
};

const register = (): Promise<void> =>
  asOperator(async (connect) => {
    const { org, url, certificate: file, credentials } = given();
    const now = new Date();
    const certificate = readCertificate(await readFile(file, 'utf8'), now);
    const identity = await askIdentity(url, credentials);
    if (identity.orgId !== org)
      throw new Error(`${url} is ${identity.orgId} (${identity.name}), not ${org}. Nothing was registered.`);

    const { registry } = await connect();
    const registered = await registry.list();
    const isNew = !registered.some(({ orgId, secondFactorHash }) => orgId === org && secondFactorHash);
    const secret = isNew || values['new-secret'] ? randomBytes(32).toString('base64url') : undefined;
    const request = { identity, certificate, secret, dropFormer: values.only };
    const organization = registrationOf(registered, request, now);
    await registry.register(organization);

    const until = certificate.expiresAt.toISOString().slice(0, 10);
    console.log(
      `${org} (${identity.name}, ${identity.environment}) is registered; its certificate counts until ${until}.`,
    );
    if (secret)
      console.log(
        `Second factor, shown this once; enter it into the external credential of the org:\n${secret}`,
      );
  });

if (values.help) console.log(usage);
else await register();
