import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const wanted = 17;

const command = (): string =>
  process.env['JAVA_HOME'] ? path.join(process.env['JAVA_HOME'], 'bin/java') : 'java';

/** Why the checks that need Java can not run here; undefined if they can. */
export async function javaMissing(): Promise<string | undefined> {
  try {
    const { stderr, stdout } = await run(command(), ['-version']);
    const major = Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0);
    return major >= wanted ? undefined : `needs Java ${wanted}, found ${major}`;
  } catch {
    return `needs Java ${wanted}, found none (JAVA_HOME or PATH)`;
  }
}

/** Runs a Java program and answers with what it printed; a status other than 0 is left to the caller to judge. */
export function runJava(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command(), [...args], { maxBuffer: 64 * 1024 * 1024 }, (failure, stdout, stderr) => {
      if (stdout.trim() !== '') resolve(stdout);
      else reject(new Error(`java printed nothing: ${failure?.message ?? ''}${stderr}`));
    });
  });
}
