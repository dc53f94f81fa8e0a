/** What the pre-commit hook does with the staged files. The whole project is checked by `npm test`. */
export default {
  '*.{ts,js}': [
    'eslint --config config/eslint.config.js --fix',
    'prettier --config config/prettier.config.js --write',
  ],
  '*.{cls,json,md,html,css,yml}': 'prettier --config config/prettier.config.js --write --ignore-unknown',
};
