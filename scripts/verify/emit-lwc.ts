import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const configFile = path.join(root, 'config/tsconfig.lwc.json');

/** One entry per component: `c/inspireFormat` → `force-app/main/shared/lwc/inspireFormat/inspireFormat.ts`. */
export function componentPaths(projectRoot: string): Record<string, string[]> {
  const folders = globSync('force-app/main/*/lwc/*/', { cwd: projectRoot }).sort();
  const modules = folders.map((folder) => path.join(folder, `${path.basename(folder)}.ts`));
  const present = modules.filter((file) => existsSync(path.join(projectRoot, file)));
  return Object.fromEntries(present.map((file) => [`c/${path.basename(file, '.ts')}`, [file]]));
}

const tsconfigSchema = z.looseObject({ compilerOptions: z.looseObject({ paths: z.unknown() }) });

/** What the components' tests share. */
const testSupport = { 'support/*': ['test/support/lwc/*'] };

function writePaths(components: Record<string, string[]>): void {
  const file = tsconfigSchema.parse(JSON.parse(readFileSync(configFile, 'utf8')));
  const paths = { ...components, ...testSupport };
  if (isDeepStrictEqual(file.compilerOptions.paths, paths)) return;
  const changed = { ...file, compilerOptions: { ...file.compilerOptions, paths } };
  writeFileSync(configFile, `${JSON.stringify(changed, null, 2)}\n`);
}

const isComponent = (file: string) => /\/lwc\/[^/]+\/[^/]+\.ts$/.test(file) && !file.endsWith('.d.ts');

/** JavaScript whose TypeScript is gone would still deploy. */
function removeOrphans(): void {
  globSync('force-app/main/*/lwc/*/*.js', { cwd: root })
    .map((file) => path.join(root, file))
    .filter((file) => !existsSync(file.replace(/\.js$/, '.ts')))
    .forEach((file) => {
      rmSync(file);
    });
}

/**
 * Checks the types of all components and their tests, and writes `x.js` beside each `x.ts` that an org needs.
 * Answers with the diagnostics as text; nothing is written when there is one.
 */
export function emitComponents(): string[] {
  writePaths(componentPaths(root));
  removeOrphans();
  const read = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file));
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(configFile));
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  const faults = [...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
  if (faults.length === 0) {
    program
      .getSourceFiles()
      .filter((file) => isComponent(file.fileName))
      .forEach((file) => program.emit(file));
  }
  return faults.map((fault) =>
    ts.formatDiagnostic(fault, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );
}

if (import.meta.main) {
  const faults = emitComponents();
  process.stderr.write(faults.join(''));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
