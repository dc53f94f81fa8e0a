import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Check } from '../check.ts';
import { isField, type KnownNames, readKnownNames } from './known-names.ts';
import { sourceFiles } from './metadata-files.ts';

/** Modules of the platform that panels may use: others do not exist in every org, or not on the phone. */
const platformModules = new Set([
  'lwc',
  'lightning/modal',
  'lightning/navigation',
  'lightning/pageReferenceUtils',
  'lightning/platformShowToastEvent',
  'lightning/refresh',
  'lightning/uiRecordApi',
  '@salesforce/apex',
  '@salesforce/client/formFactor',
  '@salesforce/i18n/lang',
  '@salesforce/i18n/locale',
  '@salesforce/i18n/timeZone',
  '@salesforce/user/Id',
]);

/** What each family of modules may name, and how to tell whether that exists. */
const families: readonly [prefix: string, exists: (names: KnownNames, name: string) => boolean][] = [
  ['@salesforce/label/c.', (names, name) => names.labels.has(name)],
  ['@salesforce/apex/', (names, name) => names.reachableMethods.has(name)],
  ['@salesforce/customPermission/', (names, name) => names.customPermissions.has(name)],
  [
    '@salesforce/schema/',
    (names, name) => isField(names, name) || names.catalogue.object(name) !== undefined,
  ],
  ['c/', (names, name) => names.components.has(name)],
];

/** Does a panel's import lead to something in an org that has this package? */
function resolves(names: KnownNames, specifier: string): boolean {
  if (specifier.startsWith('./') || platformModules.has(specifier)) return true;
  const family = families.find(([prefix]) => specifier.startsWith(prefix));
  return family !== undefined && family[1](names, specifier.slice(family[0].length));
}

const importsOf = (root: string, file: string): string[] =>
  ts
    .preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
    .importedFiles.map((each) => each.fileName);

/** Components in templates: `c-inspire-fact-strip` is `inspireFactStrip`. */
const placedIn = (root: string, file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/<c-([a-z0-9-]+)/g)].map(
    ([, tag = '']) => `c/${tag.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`,
  );

/** Catches labels, Apex methods, fields, permissions, components and platform modules that a panel asks for in vain. */
export const lwcImports: Check = {
  name: 'Panels import only what the package and the platform have',
  run(root) {
    const names = readKnownNames(root);
    const scripts = sourceFiles(root, 'main/*/lwc/*/*.ts');
    const templates = sourceFiles(root, 'main/*/lwc/*/*.html');
    const used = [
      ...scripts.flatMap((file) => importsOf(root, file).map((specifier) => ({ file, specifier }))),
      ...templates.flatMap((file) => placedIn(root, file).map((specifier) => ({ file, specifier }))),
    ];
    const faults = used
      .filter(({ specifier }) => !resolves(names, specifier))
      .map(({ file, specifier }) => `${file} imports ${specifier}, which does not exist`);
    return { faults, examined: used.length };
  },
};
