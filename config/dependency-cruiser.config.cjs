/** Who may import whom (docs/decisions/0002-import-rules.md). Run by `npm test`. */
const capability =
  '(suggestions|journey|cadences|touchpoints|content|coaching|sharing|planning|evidence|store|salesforce)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'capability-insides',
      comment: 'A capability is used through its index.ts; only its own files see its insides.',
      severity: 'error',
      from: { path: `^server/${capability}/`, pathNot: '^server/context\\.ts$' },
      to: { path: `^server/${capability}/`, pathNot: ['^server/$1/', `^server/${capability}/index\\.ts$`] },
    },
    {
      name: 'journey-and-content-stand-below-suggestions',
      comment: 'Direction: suggestions → content → journey. Never back.',
      severity: 'error',
      from: { path: '^server/(journey|content|evidence|store)/' },
      to: { path: '^server/(suggestions|touchpoints|coaching|sharing|planning)/' },
    },
    {
      name: 'journey-stands-below-content',
      severity: 'error',
      from: { path: '^server/journey/' },
      to: { path: '^server/content/' },
    },
    {
      name: 'cadences-stand-below-content',
      comment: 'Definitions are configuration: content checks and publishes them.',
      severity: 'error',
      from: { path: '^server/cadences/' },
      to: { path: '^server/(content|suggestions|touchpoints|salesforce|http|store)/' },
    },
    {
      name: 'touchpoints-do-not-know-suggestions',
      comment: 'What fits a step is asked through a function that app.ts hands over.',
      severity: 'error',
      from: { path: '^server/touchpoints/' },
      to: { path: '^server/suggestions/' },
    },
    {
      name: 'pure-cores-do-no-io',
      comment: 'match, facts and schemas take what they need as arguments, the clock included.',
      severity: 'error',
      from: {
        path: '^server/(suggestions/match|journey/facts|journey/(dimensions|stage-map|fact-source)|content/item|cadences|touchpoints/(schedule|calendar))',
      },
      to: {
        path: [
          '^server/(store|http|context|config|main|app)',
          '^node:',
          '^(fs|net|http|pg|kysely|pino|express|jsforce)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'service-does-not-know-scripts',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(scripts|test|force-app)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(server|scripts|force-app)/', pathNot: ['__tests__', '^scripts/bench/'] },
      to: { path: '^test/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'service-runs-on-runtime-packages',
      comment: 'A package that the service imports is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^server/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^force-app/.*\\.js$)|(^scripts/preview/browser/)|(^test/support/lwc/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
