import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** Where the pages' modules come from; every path is absolute. */
export type Sources = {
  /** Project root: holds `force-app`, `scripts`, `node_modules`. */
  readonly root: string;
  /** Our pages and the stand-ins for what only the platform has. */
  readonly browser: string;
  readonly baseComponents: string;
};

export const sourcesOf = (root: string): Sources => ({
  root,
  browser: join(root, 'scripts/preview/browser'),
  baseComponents: join(root, 'node_modules/lightning-base-components'),
});

const packageSchema = z.object({
  lwc: z.object({
    modules: z.array(
      z.union([z.object({ name: z.string(), path: z.string() }), z.object({ dir: z.string() })]),
    ),
  }),
});

/** Module specifiers that stand for one file each, as `lwc`, `c/inspireSuggestions` or `lightning/button`. */
export function mapModules(sources: Sources): ReadonlyMap<string, string> {
  return new Map([
    ['lwc', join(sources.root, 'node_modules/@lwc/engine-dom/dist/index.js')],
    ['@lwc/synthetic-shadow', join(sources.root, 'node_modules/@lwc/synthetic-shadow/dist/index.js')],
    ['zod/mini', join(sources.root, 'node_modules/zod/mini/index.js')],
    ...platformStubs(sources.baseComponents),
    ...componentsIn(join(sources.baseComponents, 'src/lightning'), '*', 'lightning'),
    ...componentsIn(join(sources.browser, 'lightning'), '*', 'lightning'),
    ...componentsIn(join(sources.browser, 'page'), '*', 'page'),
    ...componentsIn(join(sources.root, 'force-app/main'), '*/lwc/*', 'c'),
  ]);
}

/** `{"name": "@salesforce/label/X", "path": "scopedImports/…"}`: what the base components themselves need. */
function platformStubs(baseComponents: string): [string, string][] {
  const { lwc } = packageSchema.parse(JSON.parse(readFileSync(join(baseComponents, 'package.json'), 'utf8')));
  return lwc.modules.flatMap((module) =>
    'name' in module ? [[module.name, join(baseComponents, module.path)]] : [],
  );
}

function componentsIn(folder: string, pattern: string, namespace: string): [string, string][] {
  return globSync(pattern, { cwd: folder })
    .map((path) => join(folder, path))
    .flatMap((path) => {
      const file = scriptAt(join(path, basename(path)));
      return file ? [[`${namespace}/${basename(path)}`, file] satisfies [string, string]] : [];
    });
}

/** The source `.ts` is preferred over a `.js` emitted beside it; some base components are style sheets alone. */
export function scriptAt(pathWithoutExtension: string): string | undefined {
  return ['.ts', '.js', '.css']
    .map((extension) => pathWithoutExtension + extension)
    .find((path) => existsSync(path));
}

/** The namespace and name under which a file's component is registered: `force-app/main/suggestions/lwc/x/x.ts` is `c/x`. */
export function componentOf(file: string, sources: Sources): { namespace: string; name: string } {
  const folder = dirname(file);
  const own = !relative(join(sources.root, 'force-app'), file).startsWith('..');
  return { namespace: own ? 'c' : basename(dirname(folder)), name: basename(folder) };
}
