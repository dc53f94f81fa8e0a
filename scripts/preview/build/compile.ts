import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve as resolvePath } from 'node:path';
import { transformSync as compileComponent } from '@lwc/compiler';
import { transformSync as stripTypes, type OnLoadResult, type OnResolveResult, type Plugin } from 'esbuild';
import { corrected } from './corrections.ts';
import { flexipagesModule } from './flexipages.ts';
import { findIconNames, iconLibrary } from './icons.ts';
import { componentOf, mapModules, scriptAt, type Sources } from './locate.ts';
import { readComponentMetadata } from './metadata.ts';
import { platformModule } from './platform-modules.ts';
import type { TransformCache } from './transform-cache.ts';

/**
 * Build plugin: finds modules as the platform does, makes the `@salesforce/*` ones from the metadata, and compiles
 * components, templates and style sheets.
 */
export function lightningPages(sources: Sources, cache: TransformCache): Plugin {
  const modules = mapModules(sources);
  const generate = generator(sources);
  return {
    name: 'lightning-pages',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer }) =>
        resolveRelative(path, resolveDir || dirname(importer)),
      );
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        if (generate(path) !== undefined) return { path, namespace: 'generated' };
        const file = modules.get(path);
        return file === undefined
          ? { errors: [{ text: `Nothing provides "${path}", which ${importer} imports.` }] }
          : { path: file };
      });
      build.onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
        contents: generate(path) ?? '',
        resolveDir: sources.root,
      }));
      build.onLoad({ filter: /.*/, namespace: 'empty' }, ({ path }) => ({
        contents: `export default ${extname(path) === '.css' ? '[]' : 'undefined'};`,
      }));
      build.onLoad({ filter: /.*/, namespace: 'scoped' }, ({ path }) => load(path, true, sources, cache));
      build.onLoad({ filter: /\.(ts|js|html|css)$/ }, ({ path }) =>
        isPlainPackage(path) ? undefined : load(path, false, sources, cache),
      );
    },
  };
}

function generator(sources: Sources): (specifier: string) => string | undefined {
  const metadata = readComponentMetadata(sources.root);
  const icons = findIconNames(sources);
  return (specifier) =>
    specifier === '@preview/flexipages'
      ? flexipagesModule(metadata.source)
      : (iconLibrary(specifier, icons, sources) ?? platformModule(specifier, metadata, sources.browser));
}

/** The pages use synthetic shadow, as Salesforce does, where none of these rules apply: two thirds of the base components' size. */
const onlyForNativeShadow = /lightning-base-components.*\.(lbc\.native|slds)\.css$/;

/**
 * A component without a template or style sheet of its own imports one all the same: it gets an empty one. A scoped
 * style sheet is imported as `x.scoped.css?scoped=true`.
 */
function resolveRelative(specifier: string, folder: string): OnResolveResult {
  const scoped = specifier.endsWith('?scoped=true');
  const path = resolvePath(folder, specifier.replace(/\?scoped=true$/, ''));
  const extension = extname(path);
  if (extension === '.html' || extension === '.css')
    return onlyForNativeShadow.test(path) || !existsSync(path)
      ? { path, namespace: 'empty' }
      : { path, namespace: scoped ? 'scoped' : 'file' };
  return { path: extension !== '' && existsSync(path) ? path : (scriptAt(path) ?? path) };
}

const isPlainPackage = (path: string): boolean =>
  path.includes('/node_modules/') && !path.includes('/node_modules/lightning-base-components/');

function load(path: string, scoped: boolean, sources: Sources, cache: TransformCache): OnLoadResult {
  const text = corrected(path, readFileSync(path, 'utf8'));
  const id = `${relative(sources.root, path)}${scoped ? '?scoped' : ''}`;
  const contents = cache.get(id, text, () => compile(text, path, scoped, sources));
  return { contents, loader: 'js', resolveDir: dirname(path) };
}

function compile(text: string, path: string, scopedStyles: boolean, sources: Sources): string {
  const script = extname(path) === '.ts' ? stripTypes(text, typeScript).code : text;
  return compileComponent(script, basename(path).replace(/\.ts$/, '.js'), {
    ...componentOf(path, sources),
    enableSyntheticElementInternals: true,
    enableDynamicComponents: true,
    scopedStyles,
    outputConfig: { sourcemap: false },
  }).code;
}

const typeScript = {
  loader: 'ts',
  target: 'esnext',
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
} as const;
