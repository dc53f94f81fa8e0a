import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { componentPaths } from './emit-lwc.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Own JavaScript of one panel, minified, in bytes. */
export const panelLimit = 50 * 1024;

const ownComponents = (paths: Record<string, string[]>): Plugin => ({
  name: 'own-components',
  resolveId(id) {
    const [file] = paths[id] ?? [];
    if (file !== undefined) return path.join(root, file);
    return /^(lwc|@lwc\/|@salesforce\/|lightning\/)/.test(id) ? { id, external: true } : null;
  },
});

const withoutTypes: Plugin = {
  name: 'without-types',
  async transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const tsconfigRaw = { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } };
    return { code: (await transform(code, { loader: 'ts', target: 'esnext', tsconfigRaw })).code, map: null };
  },
};

/**
 * Compiles a component with its own templates, styles and everything of ours that it imports; what the platform brings
 * (base components, labels, Apex) stays outside. @returns bytes of the minified module.
 */
export async function panelBytes(component: string): Promise<number> {
  const bundle = await rollup({
    input: component,
    plugins: [
      ownComponents(componentPaths(root)),
      withoutTypes,
      lwc({ rootDir: path.join(root, 'force-app/main') }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const minified = await transform(output[0].code, { minify: true, loader: 'js', target: 'es2022' });
  return Buffer.byteLength(minified.code);
}

if (import.meta.main) {
  const bytes = await panelBytes('c/inspireSuggestions');
  console.log(
    `c/inspireSuggestions: ${bytes.toLocaleString('en')} bytes minified, limit ${panelLimit.toLocaleString('en')}`,
  );
  process.exitCode = bytes <= panelLimit ? 0 : 1;
}
