import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { lightningPages } from './compile.ts';
import type { Manifest } from './index.ts';
import { forgetEarlier } from './forget-earlier.ts';
import { sourcesOf } from './locate.ts';
import { openTransformCache } from './transform-cache.ts';

/** The shadow must be there before the engine looks for it: a script of its own, loaded first. */
const entries = ['synthetic-shadow.ts', 'main.ts'];

/**
 * Compiles the pages of the project at `root` into `directory`, which is complete as soon as it is there.
 *
 * @throws Error naming the import when a component asks for a label, permission, Apex method or module that is not there.
 */
export async function bundlePages(root: string, directory: string): Promise<void> {
  const sources = sourcesOf(root);
  const cache = openTransformCache(join(dirname(directory), 'compiled.json'), compilerOf(root));
  const temporary = `${directory}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: entries.map((name) => join(sources.browser, name)),
      plugins: [lightningPages(sources, cache)],
      define: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' },
      outdir: temporary,
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2024',
      minify: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'silent',
    });
    writeFileSync(join(temporary, 'manifest.json'), JSON.stringify(manifestOf(metafile)));
    cache.save();
    if (!existsSync(directory)) renameSync(temporary, directory);
    forgetEarlier(dirname(directory));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Another version of the compiler makes other code of the same text. */
const compilerOf = (root: string): string =>
  readFileSync(join(root, 'node_modules/@lwc/compiler/package.json'), 'utf8');

function manifestOf({ outputs }: Metafile): Manifest {
  const scripts = entries.flatMap(
    (name) =>
      Object.entries(outputs).find(([, output]) => output.entryPoint?.endsWith(`/browser/${name}`))?.[0] ??
      [],
  );
  const parts = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const own = parts.filter(([path]) => path.startsWith('force-app/'));
  return {
    scripts: scripts.map((path) => basename(path)),
    ownBytes: own.reduce((sum, [, part]) => sum + part.bytesInOutput, 0),
  };
}
