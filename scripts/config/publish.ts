import { parseArgs } from 'node:util';
import {
  publishConfiguration,
  type PublishResult,
  readConfigurationSet,
} from '../../server/content/index.ts';
import { asOperator, chooseOrganization } from './operator.ts';

const usage = 'npm run config:publish -- <file.json or folder> [--org <18-character id>] [--note "why"]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { org: { type: 'string' }, note: { type: 'string' } },
});

await asOperator(async (connect) => {
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new Error(`Name one file or folder: ${usage}`);
  const set = await readConfigurationSet(path);
  const { store, registry } = await connect();
  const orgId = await chooseOrganization(registry, values.org);
  tell(await publishConfiguration(store, orgId, 'operator', set, values.note ?? `config:publish ${path}`));
});

function tell({ publication, changes, warnings }: PublishResult): void {
  for (const { place, message } of warnings) console.warn(`warning: ${place}: ${message}`);
  if (changes.length === 0)
    console.log(`Nothing to publish: all of it is live since publication ${publication}.`);
  else console.log(`Publication ${publication} is live.`);
  for (const { what, kind, key } of changes) console.log(`  ${what} ${kind} ${key}`);
}
