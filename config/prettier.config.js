/** One format for every language in the project; checked by `npm test`, applied by `npm run format`. */
export default {
  singleQuote: true,
  printWidth: 110,
  trailingComma: 'all',
  plugins: ['prettier-plugin-apex', '@prettier/plugin-xml'],
  overrides: [
    { files: '*.html', options: { parser: 'lwc' } },
    { files: '*.{cls,trigger}', options: { parser: 'apex', tabWidth: 4, printWidth: 120 } },
    {
      files: '*-meta.xml',
      options: { parser: 'xml', xmlWhitespaceSensitivity: 'preserve', printWidth: 160 },
    },
  ],
};
