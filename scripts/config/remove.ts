import { parseArgs } from 'node:util';
import { withdrawOrigin } from '../../server/content/index.ts';
import { asOperator, chooseOrganization } from './operator.ts';

const usage = 'npm run config:remove -- demo|starter [--org <18-character id>]';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { org: { type: 'string' } } });

await asOperator(async (connect) => {
  const [origin] = positionals;
  if (positionals.length !== 1 || (origin !== 'demo' && origin !== 'starter'))
    throw new Error(`Name the set to remove: ${usage}`);
  const { store, registry } = await connect();
  const orgId = await chooseOrganization(registry, values.org);
  const author = { orgId, userId: 'operator', note: `config:remove ${origin}` };
  const { publication, changes } = await withdrawOrigin(store, author, origin);
  if (changes.length === 0) console.log(`No item of the ${origin} set is live.`);
  else console.log(`Publication ${publication} is live without the ${origin} set.`);
  for (const { what, kind, key } of changes) console.log(`  ${what} ${kind} ${key}`);
});
