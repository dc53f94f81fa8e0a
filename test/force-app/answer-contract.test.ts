import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../force-app/main/suggestions/lwc/inspireAnswer/answer.ts';
import { type SuggestionsAnswer, suggestionsAnswerSchema } from '../../server/suggestions/index.ts';
import { aBlankFact, anAnswer, aSuggestion } from '../support/lwc/answers.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the answer that the panel reads is the answer that the service gives', () => {
  it('in every property, which the type check proves', () => {
    const same: Same<Answer, SuggestionsAnswer> = true;
    expect(same).toBe(true);
  });

  it('and so are the answers that the panel is tested with', () => {
    const answer = anAnswer({
      suggestions: [
        aSuggestion({ warnings: [{ code: 'earlyForPhase', values: [] }], link: 'https://x.example' }),
      ],
      facts: [aBlankFact()],
    });
    expect(suggestionsAnswerSchema.parse(answer)).toEqual(answer);
  });
});
