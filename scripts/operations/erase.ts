import { parseArgs } from 'node:util';
import { asOperator, chooseOrganization } from '../config/operator.ts';

const usage =
  'node scripts/operations/erase.ts --person <18-character user or contact id> [--org <id>], or --whole-org --org <id>';

const { values } = parseArgs({
  options: { org: { type: 'string' }, person: { type: 'string' }, 'whole-org': { type: 'boolean' } },
});

await asOperator(async (connect) => {
  const { org, person, 'whole-org': wholeOrg = false } = values;
  if (wholeOrg === (person !== undefined) || (wholeOrg && org === undefined))
    throw new Error(`Say what to erase: ${usage}`);
  const { registry } = await connect();
  const orgId = await chooseOrganization(registry, org);
  if (person === undefined) {
    await registry.purge(orgId);
    console.log(`Everything of ${orgId} is erased.`);
  } else {
    const rows = await registry.erasePerson(orgId, person);
    console.log(`${person} is erased from ${orgId}: ${rows} row(s).`);
  }
});
