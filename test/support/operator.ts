import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestStore } from './postgres.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a script of the folder `scripts` with arguments, and hears what it says. */
export type Operator = (script: string, ...args: string[]) => Promise<{ code: number | null; said: string }>;

/** Runs commands as an operator does, on a test's database. */
export const operatorOn =
  ({ connections: { url, ownerUrl } }: TestStore): Operator =>
  async (script, ...args) => {
    const settings = [`DATABASE_URL=${url}`, `DATABASE_OWNER_URL=${ownerUrl}`];
    const command = [process.execPath, join(project, 'scripts', script), ...args];
    const child = spawn('env', [...settings, ...command], { cwd: project });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await ended, said: said + complained };
  };
