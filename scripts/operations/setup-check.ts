import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../../server/config.ts';
import { checkSetup } from '../../server/salesforce/index.ts';
import { asOperator, chooseOrganization } from '../config/operator.ts';
import { readLabels } from '../local-org/schema/metadata/labels.ts';
import { readMetadata } from '../local-org/schema/metadata/source.ts';
import { readSecretKey } from '../stack/secret-key.ts';
import { findingLines } from './finding-text.ts';

const usage = `npm run org:check [-- --org <18-character id>]

Says what is missing in the set-up of an org: certificate, second factor, log-in, clock, permission sets, fields, access,
hierarchy, captured mail, and how to fix each. Ends with 1 if something is to be put right.
  --org  the org; without it the local org of "npm start"

The database is that of the service, and SALESFORCE_SECRET_KEY is the service's.`;

const { values } = parseArgs({
  options: { org: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const root = fileURLToPath(new URL('../..', import.meta.url));

const patience = 30_000;

const secretKey = async (): Promise<Buffer | undefined> => {
  const { config, secrets } = readConfig();
  const { SALESFORCE_SECRET_KEY: key } = secrets;
  return key === undefined ? readSecretKey(config.STATE_DIR) : Buffer.from(key, 'base64');
};

const check = (): Promise<void> =>
  asOperator(async (open) => {
    const { store, registry } = await open();
    const orgId = await chooseOrganization(registry, values.org);
    const key = await secretKey();
    const findings = await checkSetup({ store, secretKey: key, now: () => new Date(), patience }, orgId);
    const labels = readLabels(readMetadata(root));
    for (const finding of findings) console.log(findingLines(finding, labels).join('\n'));
    if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
  });

if (values.help) console.log(usage);
else await check();
