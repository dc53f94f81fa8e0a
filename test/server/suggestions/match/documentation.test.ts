import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { contentMappingSchema, tagsSchema } from '../../../../server/content/index.ts';
import { dimensions } from '../../../../server/journey/index.ts';
import {
  dimensionPoints,
  naturePoints,
  natures,
  type PhaseGuard,
  unknownPoints,
  varietyPoints,
} from '../../../../server/suggestions/match/scoring.ts';
import { aDeal, anItem, ask } from '../../../support/matching.ts';

const text = readFileSync(new URL('../../../../docs/matching.md', import.meta.url), 'utf8');

const block = (name: string): unknown => {
  const found = new RegExp('```json ' + name + '\\n([^`]*)```').exec(text);
  return JSON.parse(found?.[1] ?? 'null');
};

/** Cells of the table rows whose first cell is one of these, numbers as numbers. */
const rowOf = (first: string): readonly number[] => {
  const row = text.split('\n').find((line) => line.startsWith(`| ${first} `));
  return (row ?? '')
    .split('|')
    .slice(2, -1)
    .map((cell) => Number(cell.trim().replace('−', '-')));
};

const value = z.object({
  value: z.string(),
  label: z.string(),
  about: z.string(),
  title: z.string(),
  readFromText: z.boolean(),
});
const deal = z.partialRecord(z.enum(dimensions), z.array(z.union([z.string(), value])));
const items = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['template', 'document', 'checklist', 'presentation', 'story']),
    nature: z.enum(natures).default('general'),
    tags: tagsSchema,
  }),
);
const answer = z.array(
  z.object({
    id: z.string(),
    score: z.int(),
    reasons: z.array(z.array(z.string())),
    warnings: z.array(z.string()).default([]),
  }),
);

describe('docs/matching.md', () => {
  test.each<[string, number]>(dimensionPoints.map(([dimension, points]) => [dimension, points]))(
    'says what %s is worth',
    (dimension, points) => {
      expect(rowOf(dimension)).toEqual([points, -unknownPoints]);
    },
  );

  test.each<[string, PhaseGuard]>([
    ['awareness alone', 'awareness'],
    ['awareness and another phase', 'unconfirmed'],
    ['no awareness', 'none'],
  ])('says what the guard does with %s', (row, guard) => {
    expect(rowOf(row)).toEqual(natures.map((nature) => naturePoints[guard][nature]));
  });

  test('says what variety takes off', () => {
    expect(text).toContain(`after ${varietyPoints.kind} points`);
    expect(text).toContain(`and ${varietyPoints.author} for every item by the same author`);
  });

  test('has an example that comes out as it says', () => {
    const given = {
      items: items.parse(block('items')).map(({ id, ...item }) => anItem(id, item)),
      rules: z.array(contentMappingSchema).parse(block('rules')),
    };
    const list = ask(given, aDeal(deal.parse(block('deal'))));
    expect(
      list.items.map(({ item, score, reasons, warnings }) => ({
        id: item.id,
        score,
        reasons: reasons.map(({ code, values }) => [code, ...values]),
        warnings: warnings.map(({ code }) => code),
      })),
    ).toEqual(answer.parse(block('answer')));
    expect(list.asks).toEqual(['competitor']);
  });
});
