import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync as compile } from '@lwc/compiler';
import { transformSync as transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { componentPaths } from './emit-lwc.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Own JavaScript of one panel, minified, in bytes. */
export const panelLimit = 50 * 1024;

const absent = '\0absent';

/** Templates ask for style sheets that need not be there, as `./x.scoped.css?scoped=true`. */
function relativeTo(importer: string, specifier: string): string {
  const file = path.resolve(path.dirname(importer), specifier.replace(/\?.*$/, ''));
  return [file, `${file}.ts`].find((candidate) => existsSync(candidate)) ?? absent;
}

const withoutTypes = (code: string): string =>
  transform(code, {
    loader: 'ts',
    target: 'esnext',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
  }).code;

/** What the platform brings (base components, labels, Apex) stays outside, imported by name. */
const ownComponents = (paths: Record<string, string[]>): Plugin => ({
  name: 'own-components',
  resolveId(specifier, importer) {
    if (specifier.startsWith('c/')) return path.join(root, paths[specifier]?.[0] ?? specifier);
    if (importer && specifier.startsWith('.')) return relativeTo(importer, specifier);
    return { id: specifier, external: true };
  },
  load: (id) => (id === absent ? 'export default undefined;' : null),
  transform(code, id) {
    if (id === absent) return null;
    const script = id.endsWith('.ts') ? withoutTypes(code) : code;
    const options = { namespace: 'c', name: path.basename(path.dirname(id)) };
    return { code: compile(script, path.basename(id).replace(/\.ts$/, '.js'), options).code, map: null };
  },
});

/**
 * A component with its own templates, styles and everything of ours that it imports.
 * @returns bytes of the minified module
 */
export async function panelBytes(component: string): Promise<number> {
  const bundle = await rollup({ input: component, plugins: [ownComponents(componentPaths(root))] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return Buffer.byteLength(transform(output[0].code, { minify: true, target: 'es2022' }).code);
}

const panels = ['c/inspireSuggestions', 'c/inspireTouchpoints', 'c/inspireToday', 'c/inspireAccountPlan'];

if (import.meta.main) {
  for (const panel of panels) {
    const bytes = await panelBytes(panel);
    console.log(`${panel}: ${bytes} bytes minified; the limit is ${panelLimit}.`);
    if (bytes > panelLimit) process.exitCode = 1;
  }
}
