import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FreshOrg, startFreshOrg } from './fresh-org.ts';
import { countsOf, linesOf, outcomesOf } from './outcomes.ts';

/**
 * `npm run conformance -- <path to a checkout of jsforce>`: jsforce's own tests of a live org, run by jsforce's own Jest with
 * its own settings, against a local org that nobody used before. The last line is JSON.
 */

const FILES = ['bulk2', 'connection-crud', 'connection-meta', 'query', 'sobject'];
const root = join(import.meta.dirname, '..', '..');

const checkout = resolve(process.argv[2] ?? '');
const missing = process.argv[2] === undefined ? 'a path to a checkout of jsforce' : missingIn(checkout);
if (missing === null) await run(checkout);
else {
  console.error(
    `Needed: ${missing}.\nnpm run conformance -- <path to a checkout of jsforce, after "npm install --ignore-scripts" and "npx tsc -p ." in it>`,
  );
  process.exitCode = 1;
}

function missingIn(folder: string): string | null {
  const needed = ['test/bulk2.test.ts', 'node_modules/jest/bin/jest.js', 'lib/index.js'];
  return needed.map((path) => join(folder, path)).find((path) => !existsSync(path)) ?? null;
}

async function run(folder: string): Promise<void> {
  const fresh = await startFreshOrg(root);
  try {
    const report = join(fresh.folder, 'jest.json');
    await runJest(folder, report, await environmentOf(fresh));
    const outcomes = outcomesOf(readFileSync(report, 'utf8'));
    const counts = countsOf(outcomes);
    for (const line of linesOf(outcomes)) console.log(line);
    console.log(JSON.stringify(counts));
    process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
  } finally {
    await fresh.stop();
  }
}

/** What jsforce's tests take their org from. */
async function environmentOf({ org, url, username }: FreshOrg): Promise<NodeJS.ProcessEnv> {
  return {
    ...process.env,
    NODE_OPTIONS: '',
    SF_LOGIN_URL: url,
    SF_ACCESS_TOKEN: await org.sessions.open(org.adminId),
    SF_USERNAME: username,
    SF_PASSWORD: 'not used',
  };
}

/** Failing tests are in the report; here only a Jest that wrote none matters. */
async function runJest(folder: string, report: string, env: NodeJS.ProcessEnv): Promise<void> {
  const tests = FILES.map((name) => join('test', `${name}.test.ts`));
  const options = ['--forceExit', '--runInBand', '--silent', '--json', `--outputFile=${report}`];
  const jest = spawn(
    process.execPath,
    [join('node_modules', 'jest', 'bin', 'jest.js'), ...options, ...tests],
    {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await once(jest, 'exit');
  if (!existsSync(report)) throw new Error(`jsforce's tests did not run: ${folder} has no report.`);
}
