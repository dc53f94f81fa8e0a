import recommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jestPlugin from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const components = ['force-app/**/lwc/**/*.ts', 'test/support/lwc/**/*.ts'];
const tests = ['force-app/**/__tests__/**/*.ts', 'test/support/lwc/**/*.ts'];

/** The pages around the panels play the platform: they may do what the platform forbids to components. */
const pages = ['scripts/preview/browser/**/*.ts'];

/** Components: what Salesforce recommends for LWC, and our own rules on size and types. */
export default tseslint.config(
  ...recommended.map((rules) => ({ ...rules, files: components })),
  {
    files: [...components, ...pages],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: 'config/tsconfig.lwc.json',
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      // no-floating-promises asks for it
      'no-void': 'off',
      // prettier's business
      'no-confusing-arrow': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // The one place that waits: it ends with what it was begun for.
    files: ['force-app/main/shared/lwc/inspirePolling/*.ts'],
    rules: { '@lwc/lwc/no-async-operation': 'off' },
  },
  {
    files: pages,
    languageOptions: { parserOptions: { project: 'scripts/preview/browser/tsconfig.json' } },
  },
  {
    files: tests,
    plugins: { jest: jestPlugin },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/valid-expect': 'error',
      'jest/no-identical-title': 'error',
      'max-lines-per-function': 'off',
      '@lwc/lwc/no-async-operation': 'off',
    },
  },
);
