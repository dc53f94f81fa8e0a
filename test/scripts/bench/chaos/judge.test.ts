import { expect, test } from '@jest/globals';
import { judge, type Judgement, type OrgRow } from '../../../../scripts/bench/chaos/judge.ts';
import { planWrites } from '../../../../scripts/bench/chaos/writes.ts';

const wish = {
  fields: { Subject: 'Call', ActivityDate: '2027-01-10', OwnerId: 'a' },
  cancelled: false,
  writes: 1,
};
const row = { Subject: 'Call', ActivityDate: '2027-01-10', OwnerId: 'b', IsDeleted: false };
const gone = { ...row, IsDeleted: true };
const nobody = { edits: new Map<string, Record<string, string>>(), deleted: new Set<string>() };
const editor = { ...nobody, edits: new Map([['key', { Subject: 'Mine' }]]) };
const deleter = { ...nobody, deleted: new Set(['key']) };

const cases: [string, readonly OrgRow[], typeof nobody, Judgement][] = [
  ['one row that says what was decided', [row], nobody, 'once'],
  ['no row', [], nobody, 'lost'],
  ['a row that says something else', [{ ...row, Subject: 'Write' }], nobody, 'lost'],
  ['two rows', [row, row], nobody, 'duplicated'],
  ['a row that a person deleted, and a new one', [gone, row], deleter, 'duplicated'],
  ['a row that a person deleted', [gone], deleter, 'once'],
  ['a row that a person deleted and that lives', [row], deleter, 'overwritten'],
  ['a row that nobody deleted and that is gone', [gone], nobody, 'lost'],
  ['a row with what a person wrote', [{ ...row, Subject: 'Mine' }], editor, 'once'],
  ['a row without what a person wrote', [row], editor, 'overwritten'],
  [
    'what a person wrote, but not the rest',
    [{ ...row, Subject: 'Mine', ActivityDate: null }],
    editor,
    'lost',
  ],
];

test.each(cases)('%s', (_what, rows, ledger, judgement) => {
  expect(judge('key', wish, rows, ledger)).toBe(judgement);
});

test('what is cancelled need not be there', () => {
  expect(judge('key', { ...wish, cancelled: true }, [], nobody)).toBe('once');
});

test('an instant is the same in every form; who moves a start owns the end', () => {
  const fields = { StartDateTime: '2027-01-10T09:00:00Z', EndDateTime: '2027-01-10T09:30:00Z' };
  const event = { ...wish, fields };
  const there = {
    StartDateTime: new Date('2027-01-10T09:00:00Z'),
    EndDateTime: '2027-01-10T09:30:00.000+0000',
  };
  expect(judge('key', event, [{ ...there, IsDeleted: false }], nobody)).toBe('once');
  const moved = { ...nobody, edits: new Map([['key', { StartDateTime: '2027-01-11T09:00:00Z' }]]) };
  const later = {
    StartDateTime: '2027-01-11T09:00:00Z',
    EndDateTime: '2027-01-11T09:30:00Z',
    IsDeleted: false,
  };
  expect(judge('key', event, [later], moved)).toBe('once');
});

test('2,000 writes are planned, each key is made before it is changed, the last word is the wish', () => {
  const { writes, wishes } = planWrites({ ownerId: 'owner', relatedId: 'deal' });
  expect(writes).toHaveLength(2_000);
  expect([...wishes.values()].reduce((sum, each) => sum + each.writes, 0)).toBe(2_000);
  for (const [key, { cancelled }] of wishes) {
    const about = writes.filter((write) => write.key === key);
    expect(about[0]).toHaveProperty('fields');
    expect(about.at(-1)).toHaveProperty(cancelled ? 'cancel' : 'fields');
  }
});
