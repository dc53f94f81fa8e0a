import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const manifestSchema = z.object({
  /** File names of the modules that start the pages, in the order in which they must run. */
  scripts: z.array(z.string()).min(1),
  /** Bytes of minified JavaScript that are the project's own components. */
  ownBytes: z.number(),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type BuiltPages = Manifest & {
  /** Folder of the JavaScript; safe to serve whole. */
  readonly directory: string;
};

/**
 * Compiles the record pages and the panels of `force-app` for a browser, in a process of its own. Unchanged sources are
 * not compiled again: the result is kept under `stateDirectory` by the hash of everything that went into it, and so is
 * each compiled file.
 *
 * @param root project root, absolute.
 * @throws Error naming the import when a component asks for a label, permission, Apex method or module that is not there.
 */
export async function buildPages(root: string, stateDirectory: string): Promise<BuiltPages> {
  const directory = join(stateDirectory, 'preview', fingerprint(root));
  const manifest = join(directory, 'manifest.json');
  if (!existsSync(manifest)) await bundle(root, directory);
  return { ...manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))), directory };
}

const inputs = [
  'force-app/main/**/*.{ts,html,css,cls}',
  'force-app/main/**/*.{labels,flexipage,customPermission,field,object}-meta.xml',
  'scripts/preview/{browser,build}/**/*.{ts,html,css}',
  'scripts/local-org/schema/**/*.ts',
  'package-lock.json',
];

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const path of globSync(inputs, { cwd: root }).filter(isSource).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

const isSource = (path: string): boolean => !path.includes('__tests__');

async function bundle(root: string, directory: string): Promise<void> {
  const script = fileURLToPath(new URL('run.ts', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [script, root, directory]);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`The record pages do not build.\n${said}`, { cause: error });
  }
}
