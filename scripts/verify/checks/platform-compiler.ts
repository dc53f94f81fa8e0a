import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DiagnosticLevel } from '@lwc/errors';
import { compile } from '@lwc/sfdc-lwc-compiler';
import type { Check } from '../check.ts';
import { sourceFiles } from './metadata-files.ts';

const apiVersion = 65;
/** Warnings are what the linter reports too. */
const refusing = [DiagnosticLevel.Fatal, DiagnosticLevel.Error];

/** Folders of components, as paths from the project root. */
const bundlesOf = (root: string): string[] =>
  sourceFiles(root, 'main/*/lwc/*/*.js-meta.xml').map((file) => path.dirname(file));

const nameOfClass = (source: string): string | undefined => /export default class (\w+)/.exec(source)?.[1];

/** The compiler says success when the emitted JavaScript is not there, or is an old one: this looks itself. */
function emitFaults(root: string, bundle: string): string[] {
  const folder = path.join(root, bundle);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const emitted = path.join(folder, file.replace(/\.ts$/, '.js'));
      if (!existsSync(emitted)) return [`${bundle}/${file} was not emitted: npm run build:lwc`];
      const wanted = nameOfClass(readFileSync(path.join(folder, file), 'utf8'));
      const found = nameOfClass(readFileSync(emitted, 'utf8'));
      return wanted === found
        ? []
        : [`${bundle}: the emitted ${file} holds ${found ?? 'no class'}, not ${wanted ?? 'none'}`];
    });
}

function filesOf(root: string, bundle: string): Record<string, string> {
  const folder = path.join(root, bundle);
  const names = readdirSync(folder).filter((name) => /\.(js|html|css)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

async function compileFaults(root: string, bundle: string): Promise<string[]> {
  const {
    success,
    diagnostics,
    results = [],
  } = await compile({
    bundle: {
      type: 'platform',
      namespace: 'c',
      name: path.basename(bundle),
      files: filesOf(root, bundle),
      options: { apiVersion },
    },
  });
  const all = [...diagnostics, ...results.flatMap((result) => result.diagnostics)];
  const faults = all
    .filter((each) => refusing.includes(each.level))
    .map((each) => `${each.filename ?? bundle}:${each.location?.line ?? 0} ${each.message}`);
  if (!success && faults.length === 0) faults.push('was refused without a reason');
  return [...new Set(faults)].map((fault) => `${bundle}: ${fault}`);
}

/** Catches what the compiler of an org refuses in the JavaScript that deploys. */
export const platformCompiler: Check = {
  name: "The platform's compiler accepts the emitted JavaScript of every panel",
  async run(root) {
    const bundles = bundlesOf(root);
    const faults: string[] = [];
    for (const bundle of bundles) {
      const unemitted = emitFaults(root, bundle);
      faults.push(...(unemitted.length > 0 ? unemitted : await compileFaults(root, bundle)));
    }
    return { faults, examined: bundles.length };
  },
};
