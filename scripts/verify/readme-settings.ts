import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../server/config.ts';

const file = join(import.meta.dirname, '../../README.md');
const begin = '<!-- settings: generated from server/config.ts by npm run docs -->';
const end = '<!-- settings end -->';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (): string =>
  [
    row(['setting', 'default', 'meaning']),
    row(['---', '---', '---']),
    ...settings.map(({ name, fallback, meaning, secret }) =>
      row([
        `\`${name}\``,
        fallback === undefined ? '–' : `\`${fallback}\``,
        secret ? `${meaning} Secret.` : meaning,
      ]),
    ),
  ].join('\n');

/** README with the table of settings as the service reads them now. @throws Error if README has no place for it */
function withSettings(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from)
    throw new Error(`README.md has no lines "${begin}" and "${end}" to put the table between.`);
  return `${readme.slice(0, from + begin.length)}\n\n${table()}\n\n${readme.slice(to)}`;
}

const readme = readFileSync(file, 'utf8');
const wanted = withSettings(readme);
if (process.argv.includes('--write')) writeFileSync(file, wanted);
else if (wanted !== readme) {
  console.error('The table of settings in README.md is not what server/config.ts reads. Run: npm run docs');
  process.exitCode = 1;
}
