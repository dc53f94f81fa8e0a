import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { type FreshOrg, startFreshOrg } from './fresh-org.ts';
import { faultOf, type Given, IMPORTED, type Step, stepsWith } from './sf-steps.ts';

/**
 * `npm run conformance:cli -- <path to sf>`: the sf CLI logs in, creates, queries, imports and exports against a local org
 * that nobody used before. The last line is JSON.
 */

const root = join(import.meta.dirname, '..', '..');
const sf = resolve(process.argv[2] ?? '');

if (process.argv[2] !== undefined && existsSync(sf)) await run();
else {
  console.error('Needed: the path to the sf CLI.\nnpm run conformance:cli -- <path to sf>');
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const fresh = await startFreshOrg(root);
  try {
    const given = await prepare(fresh);
    const env = await environmentOf(fresh);
    const counts = { passed: 0, failed: 0 };
    for (const step of stepsWith(given)) {
      const fault = faultOf(step, await outputOf(step, env)) ?? missingRows(step, given);
      counts[fault === null ? 'passed' : 'failed'] += 1;
      console.log(
        `${fault === null ? 'passed' : 'FAILED'}: ${step.name}${fault === null ? '' : ` (${fault})`}`,
      );
    }
    console.log(JSON.stringify(counts));
    process.exitCode = counts.failed === 0 ? 0 : 1;
  } finally {
    await fresh.stop();
  }
}

/** A program with a key that may log in as the administrator, and a file to import. */
async function prepare({ org, url, username, folder }: FreshOrg): Promise<Given> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const clientId = 'sf-cli';
  await org.connectedApps.register({ clientId, certificate: publicKey });
  const keyFile = join(folder, 'sf.key');
  writeFileSync(keyFile, privateKey, { mode: 0o600 });
  const importFile = join(folder, 'import.csv');
  const names = Array.from({ length: IMPORTED }, (_, index) => `Imported ${index}\n`);
  writeFileSync(importFile, `Name\n${names.join('')}`);
  return { url, username, clientId, keyFile, importFile, exportFile: join(folder, 'export.csv') };
}

/** A home of its own: whoever runs this keeps their logins. */
async function environmentOf({ org, folder }: FreshOrg): Promise<NodeJS.ProcessEnv> {
  return {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    USERPROFILE: folder,
    SF_ACCESS_TOKEN: await org.sessions.open(org.adminId),
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
}

/** Also a command that fails writes JSON; how it ended stands in it. */
function outputOf({ args, shows }: Step, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done) => {
    const options = { env, cwd: env['HOME'], maxBuffer: 50_000_000 };
    const form = shows instanceof RegExp ? [] : ['--json'];
    execFile(sf, [...args, ...form], options, (error, stdout) => {
      done(stdout.trim() === '' && error ? error.message : stdout);
    });
  });
}

/** The rows of an export are in its file. */
function missingRows({ args }: Step, { exportFile }: Given): string | null {
  if (!args.includes(exportFile)) return null;
  const rows = readFileSync(exportFile, 'utf8').trim().split('\n').length - 1;
  return rows === IMPORTED ? null : `the file has ${rows} rows instead of ${IMPORTED}`;
}
