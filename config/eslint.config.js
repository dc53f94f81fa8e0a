import importPlugin from 'eslint-plugin-import';
import jestPlugin from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import lwc from './eslint.lwc.config.js';

const node = ['server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules', '.state', 'coverage', 'force-app/**/*.js', '**/*.d.ts'] },
  {
    files: node,
    ignores: ['scripts/preview/browser/**', 'test/support/lwc/**'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    plugins: { import: importPlugin },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only server/config.ts and scripts read the environment.',
        },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['server/config.ts', 'scripts/**/*.ts', 'test/support/**/*.ts', 'test/flow/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['scripts/local-org/**/*.ts'],
    ignores: ['scripts/local-org/soql/parse.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@jetstreamapp/soql-parser-js',
          importNames: ['parseQuery'],
          message:
            'Use parseSoql: with other options than those of the query before, the parser makes itself anew.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.test.ts', 'test/flow/stories/*.ts'],
    plugins: { jest: jestPlugin },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/valid-expect': 'error',
      'jest/no-identical-title': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] }],
      'max-lines-per-function': 'off',
    },
  },
  ...lwc,
);
