import { createRequire } from 'node:module';
import path from 'node:path';

import { z } from 'zod';
import type { Check } from '../check.ts';
import { javaMissing, runJava } from './java.ts';
import { sourceFiles } from './metadata-files.ts';

const report = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      messages: z.array(
        z.object({ start: z.object({ line: z.number() }), category: z.string(), message: z.string() }),
      ),
    }),
  ),
});

/** The Java libraries that the PMD engine carries; apex-ls is one of them. */
const libraries = (): string =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')),
    'java-lib/*',
  );

/** Catches wrong syntax, unknown types, methods, variables, fields and labels, and type errors in Apex. Not fields in SOQL. */
export const apexSemantics: Check = {
  name: 'Apex is understood without an issue (apex-ls)',
  async run(root) {
    const missing = await javaMissing();
    if (missing) return { notRun: missing };
    const main = 'io.github.apexdevtools.apexls.CheckForIssues';
    const output = await runJava([
      '-cp',
      libraries(),
      main,
      '-w',
      root,
      '-n',
      '-d',
      'warnings',
      '-f',
      'json',
    ]);
    const { files } = report.parse(JSON.parse(output));
    const faults = files.flatMap((file) =>
      file.messages.map(
        ({ start, category, message }) =>
          `${path.relative(root, file.path)}:${start.line} ${category}: ${message}`,
      ),
    );
    return { faults, examined: sourceFiles(root, '**/*.cls').length };
  },
};
