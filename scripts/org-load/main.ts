import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { readCredentials } from '../local-org/gateway/index.ts';
import { connect } from './org/connect.ts';
import { answers, startOwnOrg } from './org/own-org.ts';
import { progressBar } from './progress.ts';
import { describeReport, summaryOf, writeReport } from './report.ts';
import { runLoad } from './run.ts';

const root = join(import.meta.dirname, '..', '..');
const usage = `npm run org:load -- FOLDER [--url ADDRESS] [--user USERNAME] [--state FOLDER]

Loads a sales pipeline (accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv) into the local org.
  --url    address of the org; http://127.0.0.1:3000, or ORG_URL. If nothing answers there, the org of the state folder
           is started for the time of the load
  --user   who loads it; admin@local.example, or ORG_USER
  --state  folder of "npm start"; .state in the project by default. What was repaired or rejected is in its org-load`;

function readOptions():
  { folder: string; url: string | undefined; user: string; stateDirectory: string } | undefined {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      user: { type: 'string' },
      state: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [folder, ...others] = positionals;
  if (values.help || folder === undefined || others.length > 0) return undefined;
  return {
    folder,
    url: values.url ?? process.env['ORG_URL'],
    user: values.user ?? process.env['ORG_USER'] ?? 'admin@local.example',
    stateDirectory: values.state ?? join(root, '.state'),
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.log(usage);
    return;
  }
  const { folder, user, stateDirectory } = options;
  const url = options.url ?? 'http://127.0.0.1:3000';
  const own =
    options.url !== undefined || (await answers(url)) ? undefined : await startOwnOrg(root, stateDirectory);
  try {
    const credentials = await readCredentials(join(stateDirectory, 'local-org'));
    const connection = await connect({ url: own?.url ?? url, user }, credentials);
    const report = await runLoad(connection, folder, Temporal.Now.plainDateISO(), progressBar());
    const rejectedFile = await writeReport(join(stateDirectory, 'org-load'), report);
    for (const line of describeReport(report)) console.log(line);
    if (report.rejected.length > 0) console.log(`Rejected rows with their reasons: ${rejectedFile}`);
    console.log(JSON.stringify(summaryOf(report)));
  } finally {
    await own?.stop();
  }
}

await main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
