import { describe, expect, it } from '@jest/globals';
import { blankOf, nameOf, phaseName, questionOf } from 'c/inspireFacts';
import { aBlankFact } from 'support/answers';

const roleOf = (about: string) =>
  aBlankFact({ dimension: 'buyerRole', fill: { recordId: '00K', field: 'Role', about, options: [] } });

describe('what facts are called', () => {
  it('asks what the customer wants to fix in plain words', () => {
    expect(questionOf(aBlankFact())).toBe('Tell us what they want to fix:');
  });

  it('asks for anything else by its name, and whose it is', () => {
    expect(questionOf(aBlankFact({ dimension: 'industry' }))).toBe('Tell us: Industry');
    expect(questionOf(roleOf('Tom'))).toBe('Tell us: Buyer role (Tom)');
    expect(blankOf(roleOf('Tom'))).toBe('Buyer role (Tom)');
  });

  it('shows a dimension or phase that has no label as it is', () => {
    expect(nameOf(aBlankFact({ dimension: 'stage' }))).toBe('stage');
    expect(phaseName('buying')).toBe('Buying');
    expect(phaseName('later')).toBe('later');
  });
});
