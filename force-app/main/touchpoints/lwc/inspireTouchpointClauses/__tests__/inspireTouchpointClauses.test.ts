import { describe, expect, it } from '@jest/globals';
import { conflictTexts, noticeTexts, reasonChoices, reasonText } from 'c/inspireTouchpointClauses';
import { today } from '../../inspireTouchpointAnswer/__tests__/answers';

const reason = (code: string, ...values: string[]) => reasonText({ code, values }, today);

describe('why something is held', () => {
  it.each<[string, string[], string]>([
    [
      'contactBudget',
      ['2020-11-16'],
      'Held: this person has heard from us enough for now. Free from Monday.',
    ],
    [
      'contactBudget',
      ['2020-11-16', 'Jana', '2020-11-10'],
      'Held: Jana was in touch on Nov 10. Free from Monday.',
    ],
    [
      'contactBudget',
      ['2020-11-18', 'Jana', '2020-11-13'],
      'Held: Jana will be in touch on Nov 13. Free from Wednesday.',
    ],
    ['anchorUnknown', ['delivery'], 'Held: it counts from “Day of delivery”, which is not filled in.'],
    ['anchorUnknown', ['moonrise'], 'Held: it counts from “moonrise”, which is not filled in.'],
    ['outcomeUnknown', ['first-call'], 'Waits until somebody says how “first call” went.'],
    ['addressBounced', ['Helena Brandt'], 'Held: mail to Helena Brandt came back. Correct the address.'],
    ['optedOut', ['Helena Brandt'], 'Held: Helena Brandt does not want to hear from us this way.'],
    ['optedOut', ['003000000000001AAA'], 'Held: the contact does not want to hear from us this way.'],
    ['paused', ['customerReplied'], 'Paused: The customer replied.'],
    ['paused', ['outOfOffice', '2020-11-13'], 'Paused until tomorrow: The customer is out of office.'],
    ['paused', ['onStrike'], 'Paused: on strike.'],
    ['away', ['2021-01-04'], 'Held: its owner is away until Jan 4, 2021.'],
    ['stageChanged', ['Negotiation'], 'The deal moved to Negotiation.'],
    ['bounced', [], 'The mail did not arrive'],
  ])('%s %j', (code, values, text) => {
    expect(reason(code, ...values)).toBe(text);
  });

  it.each([
    'noFeasibleDay',
    'noDayInBudget',
    'waitsForHeld',
    'contactMissing',
    'noAddress',
    'ownerMissing',
    'conditionsNotMet',
    'branchNotTaken',
    'recordClosed',
    'recordDeleted',
    'cadenceRetired',
  ])('%s has a sentence of its own', (code) => {
    expect(reason(code)).toMatch(/\w+ \w+/);
    expect(reason(code)).not.toMatch(/^Reason: /);
  });

  it('is readable for a code that is not known here', () => {
    expect(reason('solarEclipse', 'Friday')).toBe('Reason: solar eclipse, Friday.');
  });

  it('is readable when a value is missing or blank', () => {
    expect(reason('away')).toBe('Reason: away.');
    expect(reason('contactBudget', '')).toBe('Reason: contact budget.');
    expect(reason('contactBudget', '2020-11-16', '', '')).toContain('Free from Monday.');
  });
});

describe('what a day is at odds with', () => {
  it.each(['beforeDependency', 'closedDay', 'outsideHours', 'overBudget'])('%s names the day', (code) => {
    expect(conflictTexts([{ code, values: ['2020-11-18'] }], today)[0]).toContain('Nov 18');
  });

  it('has words where it is not known until when', () => {
    expect(conflictTexts([{ code: 'beforeDependency', values: [] }], today)).toEqual([
      'It is before something that it waits for.',
    ]);
  });
});

describe('what the panel says about itself', () => {
  it('is a sentence, whatever the code', () => {
    const clauses = ['tasksNotWritten', 'notInStep', 'libraryEmpty'].map((code) => ({ code, values: [] }));
    const texts = noticeTexts(clauses, today);
    expect(texts).toHaveLength(3);
    expect(texts[2]).toBe('Reason: library empty.');
  });
});

describe('reasons to choose from', () => {
  it.each(['skip', 'pause', 'stop'] as const)('to %s are five, each with a text', (kind) => {
    const choices = reasonChoices(kind);
    expect(choices).toHaveLength(5);
    expect(choices.every(({ label }) => label !== '')).toBe(true);
  });
});
