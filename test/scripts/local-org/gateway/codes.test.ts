import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { problems } from '../../../../server/errors.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Codes of the problems that sources make: a status, then the code. */
const codesIn = (pattern: string): string[] => {
  const texts = globSync(pattern, { cwd: root }).map((file) => readFileSync(`${root}/${file}`, 'utf8'));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/\b[45]\d\d,\s*'(\w+)'/g)].map(([, code]) => code ?? ''),
  );
  return [...new Set(codes)].sort();
};

const apex = codesIn('force-app/main/shared/classes/*.cls');

test('the local gateway has the codes of Apex, but for the certificate that it does not need', () => {
  expect(apex.length).toBeGreaterThan(10);
  expect(codesIn('scripts/local-org/gateway/*.ts')).toEqual(
    apex.filter((code) => code !== 'certificateUnusable'),
  );
});

test('the page of errors explains every code of the gateway', () => {
  const page = readFileSync(`${root}/docs/errors.md`, 'utf8');
  const table = page.slice(page.indexOf('## The gateway in Salesforce'));
  const explained = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
  expect([...explained, ...Object.keys(problems)]).toEqual(expect.arrayContaining(apex));
});
