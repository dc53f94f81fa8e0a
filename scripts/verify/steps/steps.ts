/** How the tests or checks of a step are counted: by itself as one check, or by what it reports. */
export type Counting = 'one' | 'jest' | 'lastLine';

/** One command of `npm test`. */
export interface Step {
  title: string;
  command: readonly [program: string, ...args: string[]];
  counting: Counting;
  /** Options of Node for the command. */
  nodeOptions?: string;
}

const check = (title: string, ...command: Step['command']): Step => ({ title, command, counting: 'one' });

const jest = (title: string, config: string, ...args: string[]): Step => ({
  title,
  command: ['jest', '--config', `config/${config}`, ...args],
  counting: 'jest',
});

const nodeTests = (title: string, ...folders: string[]): Step => ({
  ...jest(title, 'jest.node.config.js', '--maxWorkers=1', ...folders),
  nodeOptions: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
});

/** First: what the panels and the org side are made of for every other step. */
export const emit = check('panels: types and JavaScript', 'node', 'scripts/verify/emit-lwc.ts');

/** In the order in which they begin, two at a time: what is wrong most often and found soonest comes first. */
export const steps: readonly Step[] = [
  check('types', 'tsc', '--noEmit', '--project', 'tsconfig.json'),
  check('lint', 'eslint', '--config', 'config/eslint.config.js', '.'),
  check('types of the pages', 'tsc', '--noEmit', '--project', 'scripts/preview/browser/tsconfig.json'),
  check('format', 'prettier', '--config', 'config/prettier.config.js', '--check', '--log-level', 'warn', '.'),
  check(
    'import rules',
    'depcruise',
    '--config',
    'config/dependency-cruiser.config.cjs',
    'server',
    'scripts',
    'test',
  ),
  check('nothing unused', 'knip', '--config', 'config/knip.config.ts'),
  check('settings in README', 'node', 'scripts/verify/readme-settings.ts'),
  check('size of the panel', 'node', 'scripts/verify/panel-size.ts'),
  jest('panels', 'jest.lwc.config.js', '--maxWorkers=1'),
  nodeTests('local org, commands, checks', 'test/scripts', 'test/config', 'test/force-app', 'test/support'),
  { title: 'org side', command: ['node', 'scripts/verify/org-side.ts'], counting: 'lastLine' },
  nodeTests('service', 'test/server'),
  nodeTests('whole path, in a browser', 'test/flow'),
];
