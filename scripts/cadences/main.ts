import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { cadenceFileSchema, carryOver, type Destination } from '../../server/cadences/index.ts';
import {
  publishConfiguration,
  readCadenceLibrary,
  readJson,
  readPublished,
} from '../../server/content/index.ts';
import { stageKey } from '../../server/journey/index.ts';
import type { Store } from '../../server/store/index.ts';
import { asOperator, chooseOrganization } from '../config/operator.ts';

const usage = 'npm run cadences -- export|import <file.json> [--org <18-character id>] [--note "why"]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { org: { type: 'string' }, note: { type: 'string' } },
});

const exportTo = async (path: string, store: Store, orgId: string): Promise<void> => {
  const library = await store.inTenant(orgId, (tenant) => readCadenceLibrary(tenant, orgId));
  const cadences = library.cadences.filter(({ retired }) => !retired).map(({ cadence }) => cadence);
  const file = { format: 'be-inspired/cadences', version: 1, orgId, cadences };
  await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`Cadences in ${path}: ${cadences.length}.`);
};

const destinationOf = async (store: Store, orgId: string): Promise<Destination> => {
  const { items, stages } = await readPublished(store, orgId);
  return {
    orgId,
    itemIds: new Set(items.map(({ id }) => id)),
    stageKeys: new Set(stages.map(({ recordType, stageName }) => stageKey(recordType, stageName))),
  };
};

const importFrom = async (path: string, store: Store, orgId: string): Promise<void> => {
  const file = readJson(cadenceFileSchema, await readFile(path, 'utf8'), basename(path));
  const { cadences, report } = carryOver(file, await destinationOf(store, orgId));
  for (const { place, message } of report) console.warn(`not carried over: ${place}: ${message}`);
  const note = values.note ?? `cadences import ${path}`;
  const { publication, changes } = await publishConfiguration(store, orgId, 'operator', { cadences }, note);
  console.log(
    `${cadences.length} of ${file.cadences.length} cadences, ${changes.length} changed; publication ${publication}.`,
  );
};

await asOperator(async (connect) => {
  const [what, path, ...others] = positionals;
  if (path === undefined || others.length > 0 || (what !== 'export' && what !== 'import'))
    throw new Error(`Say what and where: ${usage}`);
  const { store, registry } = await connect();
  const orgId = await chooseOrganization(registry, values.org);
  await (what === 'export' ? exportTo(path, store, orgId) : importFrom(path, store, orgId));
});
