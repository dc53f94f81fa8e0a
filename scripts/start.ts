import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');

const usage = `npm start -- [--port 3000] [--state FOLDER]

Starts PostgreSQL, a local Salesforce org with sample data, the service and the record pages.
  --port    first of three ports: pages and org, service, metrics (PORT does the same)
  --state   where databases, keys and logs are kept; .state in the project by default`;

const port = z.coerce
  .number({ error: 'is not a number' })
  .int()
  .min(1024, { error: 'is below 1024' })
  .max(65_533, { error: 'leaves no room for the two ports after it: 65533 is the highest' });

/** What was asked for on the command line. @throws Error naming the option, its value and what is allowed */
function readOptions(): { first: number; stateDirectory: string } | undefined {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, state: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return undefined;
  const asked = values.port ?? process.env['PORT'] ?? '3000';
  const first = port.safeParse(asked);
  if (!first.success)
    throw new Error(`--port ${asked} ${first.error.issues[0]?.message ?? 'is not a port'}.`);
  return { first: first.data, stateDirectory: values.state ?? join(root, '.state') };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.log(usage);
    return;
  }
  const { runStack } = await import('./stack/run.ts');
  await runStack({
    root,
    stateDirectory: options.stateDirectory,
    ports: { pages: options.first, service: options.first + 1, metrics: options.first + 2 },
  });
}

await main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
