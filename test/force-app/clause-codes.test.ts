import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dimensions } from '../../server/journey/dimensions.ts';
import { reasonCodes, warningCodes } from '../../server/suggestions/match/reasons.ts';
import { noticeCodes } from '../../server/suggestions/notices.ts';
import { importComponentModule } from '../support/component-module.ts';

const codesSchema = z.object({
  reasons: z.record(z.string(), z.string()),
  warnings: z.record(z.string(), z.string()),
  notices: z.record(z.string(), z.string()),
});

/** The sentences that the panel has, read from the panel itself. */
const readSentences = () => importComponentModule('suggestions/lwc/inspireClauses/codes.ts', codesSchema);

describe('every code that the service can say has a sentence in the panel', () => {
  let sentences: z.infer<typeof codesSchema>;

  beforeAll(async () => {
    sentences = await readSentences();
  });

  it.each([...dimensions, ...Object.values(reasonCodes)])('reason %s', (code) => {
    expect(sentences.reasons[code]).toMatch(/\w/);
  });

  it.each(Object.values(warningCodes))('warning %s', (code) => {
    expect(sentences.warnings[code]).toMatch(/\w/);
  });

  it.each(Object.values(noticeCodes))('notice %s', (code) => {
    expect(sentences.notices[code]).toMatch(/\w/);
  });

  it.each(dimensions)('the sentence for %s names the value', (dimension) => {
    expect(sentences.reasons[dimension]).toContain('{0}');
  });

  it('has no sentence for a code that the service can not say', () => {
    const known: string[] = [dimensions, reasonCodes, warningCodes, noticeCodes].flatMap((codes) =>
      Object.values(codes),
    );
    const said = Object.values(sentences).flatMap((group) => Object.keys(group));
    expect(said.filter((code) => !known.includes(code))).toEqual([]);
  });
});
