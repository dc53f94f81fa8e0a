import { parseArgs } from 'node:util';
import { asOperator, chooseOrganization } from '../config/operator.ts';

const usage = `npm run org:erase -- --person <id> [--name "First Last"] … [--org <id>], or --whole-org --org <id>

Erases a person, or everything of an org, from what this service stores. Erase them in Salesforce first: what is still
there comes back with the next change.
  --person     18-character id of the user or contact
  --name       how others call them in notes; notes and subjects that say so are emptied. May be given several times
  --org        18-character id of the org; the local org if left out
  --whole-org  erases the org itself, with its registration`;

const { values } = parseArgs({
  options: {
    org: { type: 'string' },
    person: { type: 'string' },
    name: { type: 'string', multiple: true, default: [] },
    'whole-org': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

const salesforceId = /^[a-zA-Z0-9]{18}$/;

const checkGiven = (): void => {
  const { org, person, name: names, 'whole-org': wholeOrg } = values;
  if (wholeOrg === (person !== undefined) || (wholeOrg && org === undefined))
    throw new Error(`Say what to erase.\n\n${usage}`);
  if (person !== undefined && !salesforceId.test(person))
    throw new Error(`"${person}" is no 18-character id of a user or contact.\n\n${usage}`);
  const short = names.find((name) => name.trim().length < 3);
  if (short !== undefined)
    throw new Error(`The name "${short}" is too short: others would be erased with it.`);
};

const erase = (): Promise<void> =>
  asOperator(async (connect) => {
    checkGiven();
    const { org, person: id, name: names } = values;
    const { registry } = await connect();
    const orgId = await chooseOrganization(registry, org);
    if (id === undefined) {
      await registry.purge(orgId);
      console.log(`Everything of ${orgId} is erased.`);
    } else {
      const rows = await registry.erasePerson(orgId, { id, names });
      console.log(`${id} is erased from ${orgId}: ${rows} row(s).`);
    }
  });

if (values.help) console.log(usage);
else await erase();
