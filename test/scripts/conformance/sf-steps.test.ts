import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { faultOf } from '../../../scripts/conformance/sf-steps.ts';

const step = { name: 'org display', args: [], shows: z.looseObject({ username: z.literal('a@b.example') }) };

test('a command passes only if its JSON shows what it must', () => {
  const shown = { status: 0, result: { username: 'a@b.example', more: 1 } };
  expect(faultOf(step, JSON.stringify(shown))).toBeNull();
  expect(faultOf(step, JSON.stringify({ status: 0, result: { username: 'c' } }))).toContain('username');
});

test('a command that fails says so in its own words', () => {
  const failed = { status: 1, message: 'No authorization found' };
  expect(faultOf(step, JSON.stringify(failed))).toBe('No authorization found');
  expect(faultOf(step, 'spawn sf ENOENT')).toBe('no JSON came: spawn sf ENOENT');
});

test('a table must hold the line that was asked for', () => {
  const table = { ...step, shows: /^Name,Employees$/m };
  expect(faultOf(table, 'Name,Employees\nOne,1\n')).toBeNull();
  expect(faultOf(table, 'Error (1): nothing')).toContain('nothing');
});
