import type { KnipConfig } from 'knip';

/** Unused files, exports and packages. Run by `npm test`. */
const config: KnipConfig = {
  entry: [
    'server/main.ts',
    'scripts/*.ts',
    'scripts/{verify,bench,config,operations,org-load,preview}/*.ts',
    'test/**/*.test.ts',
    'test/support/global-*.ts',
    'config/*.{js,cjs,ts}',
  ],
  project: ['server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
  ignore: ['scripts/preview/**/lwc/**'],
};

export default config;
