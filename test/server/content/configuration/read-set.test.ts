import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfigurationSet } from '../../../../server/content/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'be-inspired-set-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files by name and reads the folder, or the part of it that is named. */
function read(files: Record<string, string>, part = ''): ReturnType<typeof readConfigurationSet> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readConfigurationSet(join(folder, part));
}

describe('a folder', () => {
  test('holds an item a Markdown file and lists as JSON, each with its place', async () => {
    const set = await read({
      'items/a.md':
        '---\nid: a\nreviewedOn: 2026-01-02\ntags: { phase: [buying] }\n---\n\n# Title\n\n---\n\nText\n',
      'rules.json': '[{ "id": "r" }]',
      'stages.json': '[]',
      'facts.json': '[{}, {}]',
      'notes.txt': 'not read',
    });
    expect(set).toEqual({
      entries: [
        { kind: 'factSource', place: 'facts.json[0]', value: {} },
        { kind: 'factSource', place: 'facts.json[1]', value: {} },
        {
          kind: 'item',
          place: 'items/a.md',
          value: {
            id: 'a',
            reviewedOn: '2026-01-02',
            tags: { phase: ['buying'] },
            body: '# Title\n\n---\n\nText',
          },
        },
        { kind: 'rule', place: 'rules.json[0]', value: { id: 'r' } },
      ],
      retire: [],
    });
  });

  test.each([['starter'], ['demo']])(
    'named %s gives its items that origin, unless they name one',
    async (name) => {
      const set = await read(
        { [`${name}/a.md`]: '---\nid: a\n---\n', [`${name}/b.md`]: '---\nid: b\norigin: own\n---\n' },
        name,
      );
      expect(set.entries.map(({ value }) => value)).toEqual([
        { id: 'a', origin: name },
        { id: 'b', origin: 'own' },
      ]);
    },
  );

  test('may have lines that end as on Windows, and a byte order mark', async () => {
    const set = await read({ 'a.md': '\uFEFF---\r\nid: a\r\n---\r\nText\r\nmore\r\n' });
    expect(set.entries[0]?.value).toEqual({ id: 'a', body: 'Text\r\nmore' });
  });

  test('with broken files names them all', async () => {
    const files = {
      'a.md': 'no fields',
      'b.md': '---\nid: b\ntitle: [open\n---\n',
      'c.md': '---\njust words\n---\n',
      'rules.json': '{}',
      'stages.json': '[',
      'people.json': '[]',
    };
    await expect(read(files)).rejects.toMatchObject({
      code: 'configurationInvalid',
      faults: [
        { place: 'a.md', message: 'does not begin with fields between two lines of "---"' },
        { place: 'b.md:3' },
        { place: 'c.md', message: 'has no fields between the lines of "---"' },
        {
          place: 'people.json',
          message:
            'is none of the lists rules.json, stages.json, facts.json, cadences.json, calendars.json, cadence-settings.json',
        },
        { place: 'rules.json', message: 'is not a list' },
        { place: 'stages.json' },
      ],
    });
  });
});

describe('a file', () => {
  test('holds the whole set', async () => {
    const set = await read(
      { 'set.json': '{ "items": [{ "id": "a" }], "retire": [{ "kind": "rule", "key": "r" }] }' },
      'set.json',
    );
    expect(set).toEqual({
      entries: [{ kind: 'item', place: 'items[0]', value: { id: 'a' } }],
      retire: [{ kind: 'rule', key: 'r', place: 'retire[0]' }],
    });
  });

  test.each([
    ['another list', '{ "plans": [] }', { place: 'set.json', message: 'Unrecognized key: "plans"' }],
    ['no list', '{ "items": {} }', { place: 'set.json: items' }],
    [
      'an unknown kind to retire',
      '{ "retire": [{ "kind": "people", "key": "a" }] }',
      { place: 'set.json: retire[0].kind' },
    ],
    ['no JSON', '{ items: [] }', { place: 'set.json' }],
  ])('with %s is refused by place', async (_what, text, fault) => {
    await expect(read({ 'set.json': text }, 'set.json')).rejects.toMatchObject({
      code: 'configurationInvalid',
      faults: [fault],
    });
  });
});

test('faults behind a file are placed in it', async () => {
  const { placeOf } = await import('../../../../server/content/configuration/place.ts');
  expect(placeOf('items/a.md', ['tags', 'buyerRole', 0])).toBe('items/a.md: tags.buyerRole[0]');
  expect(placeOf('items/a.md', [])).toBe('items/a.md');
  expect(placeOf('items[3]', ['tags', 'buyerRole', 0])).toBe('items[3].tags.buyerRole[0]');
});
