import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { problems } from '../../server/errors.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');

test('the page of errors has a section for every code, and for no other', () => {
  const sections = [...page.matchAll(/### (\w+)/g)].map(([, code]) => code);
  expect(sections.toSorted()).toEqual(Object.keys(problems).toSorted());
});

test.each(Object.entries(problems))(
  'the page says status, title and remedy of %s',
  (code, [status, title, remedy]) => {
    const section = page.split(`### ${code} `)[1]?.split('### ')[0] ?? '';
    expect(section).toContain(`**${status} · ${title}.**`);
    expect(section).toContain(`To fix it: ${remedy}`);
  },
);
