import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildCatalogue } from '../../local-org/schema/build.ts';
import type { Catalogue } from '../../local-org/schema/catalogue.ts';
import { readLabels } from '../../local-org/schema/metadata/labels.ts';
import { readMetadata, type MetadataSource } from '../../local-org/schema/metadata/source.ts';

/** The names and texts of the project's metadata that a component can import. */
export type ComponentMetadata = {
  readonly source: MetadataSource;
  readonly labels: ReadonlyMap<string, string>;
  readonly customPermissions: ReadonlySet<string>;
  /** `Class.method` of every `@AuraEnabled` method, and whether it is cacheable. */
  readonly apexMethods: ReadonlyMap<string, { cacheable: boolean }>;
  readonly schema: Catalogue;
};

/** Reads what components can import from the metadata and Apex classes of the project at `root`. */
export function readComponentMetadata(root: string): ComponentMetadata {
  const source = readMetadata(root);
  const classes = globSync('force-app/main/**/*.cls', { cwd: root });
  return {
    source,
    labels: readLabels(source),
    customPermissions: new Set(source.files('customPermission').map((file) => file.name)),
    apexMethods: new Map(classes.flatMap((path) => readApexMethods(join(root, path)))),
    schema: buildCatalogue(source),
  };
}

const auraMethod = /@AuraEnabled(?:\(([^)]*)\))?\s*(?:global|public)\s+static\s+[\w<>.,\s]+?\s(\w+)\s*\(/gi;

function readApexMethods(file: string): [string, { cacheable: boolean }][] {
  return [...readFileSync(file, 'utf8').matchAll(auraMethod)].map(([, options = '', method = '']) => [
    `${basename(file, '.cls')}.${method}`,
    { cacheable: /cacheable\s*=\s*true/i.test(options) },
  ]);
}
