import { describe, expect, it } from '@jest/globals';
import { listChange, readAnswer } from 'c/inspireAnswer';
import { aBlankFact, anAnswer, suggestions } from 'support/answers';

const withItems = (...ids: string[]) => anAnswer({ suggestions: suggestions(...ids) });

describe('the answer', () => {
  it('is read from the text that the gateway hands on', () => {
    const answer = anAnswer();
    expect(readAnswer(JSON.stringify(answer))).toEqual(answer);
  });

  it.each(['{}', '[]', 'null', '{"suggestions":1,"facts":[]}', 'no JSON'])('is not %s', (text) => {
    expect(() => readAnswer(text)).toThrow();
  });
});

describe('a newer list', () => {
  it('moves nothing when the same items stand in the same order, whatever else changed', () => {
    const shown = withItems('one', 'two');
    const next = { ...withItems('one', 'two'), facts: [aBlankFact({ dimension: 'competitor' })] };
    expect(listChange(shown, next, 3)).toEqual({ moves: false, added: 0 });
  });

  it('moves when the order changes, and brings nothing new by that', () => {
    expect(listChange(withItems('one', 'two'), withItems('two', 'one'), 3)).toEqual({
      moves: true,
      added: 0,
    });
  });

  it('counts what was not there before', () => {
    expect(listChange(withItems('one', 'two'), withItems('three', 'two', 'four'), 3)).toEqual({
      moves: true,
      added: 2,
    });
  });

  it('moves nothing by what is beyond the visible ones', () => {
    const shown = withItems('one', 'two', 'three', 'four');
    expect(listChange(shown, withItems('one', 'two', 'three'), 3)).toEqual({ moves: false, added: 0 });
    expect(listChange(shown, withItems('one', 'two', 'three'), 4)).toEqual({ moves: true, added: 0 });
  });

  it('moves when items go', () => {
    expect(listChange(withItems('one', 'two'), withItems('one'), 3)).toEqual({ moves: true, added: 0 });
  });
});
