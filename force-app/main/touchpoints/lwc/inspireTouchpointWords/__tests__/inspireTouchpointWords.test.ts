import { describe, expect, it } from '@jest/globals';
import { channelOf, dayAlone, dayWords, dueText, stateName } from 'c/inspireTouchpointWords';
import { aTouchpoint, today } from '../../inspireTouchpointAnswer/__tests__/answers';

describe('a day in words', () => {
  it.each([
    ['2020-11-12', 'today'],
    ['2020-11-13', 'tomorrow'],
    ['2020-11-11', 'yesterday'],
    ['2020-11-14', 'Saturday'],
    ['2020-11-18', 'Wednesday'],
    ['2020-11-19', 'Nov 19'],
    ['2020-11-10', 'Nov 10'],
    ['2021-01-04', 'Jan 4, 2021'],
  ])('%s is %s', (day, words) => {
    expect(dayWords(day, today)).toBe(words);
  });

  it('is the same across a change of the clocks', () => {
    expect(dayWords('2020-10-26', '2020-10-25')).toBe('tomorrow');
    expect(dayWords('2021-03-28', '2021-03-27')).toBe('tomorrow');
  });

  it('begins with a capital on its own, and says when there is none', () => {
    expect(dayAlone('2020-11-12', today)).toBe('Today');
    expect(dayAlone(undefined, today)).toBe('No day yet');
  });
});

describe('when something is due', () => {
  it('is said calmly when that is over', () => {
    const text = dueText(aTouchpoint({ dueOn: '2020-11-10', isOverdue: true }), today);
    expect(text).toBe('Was due Nov 10');
  });

  it('names the hour of a call today', () => {
    const at = '2020-11-12T14:00:00Z';
    expect(dueText(aTouchpoint({ at }), today)).toMatch(/^Today from \d/);
    expect(dueText(aTouchpoint({ at, channel: 'email' }), today)).toBe('Today');
    expect(dueText(aTouchpoint({ at, dueOn: '2020-11-13' }), today)).toBe('Tomorrow');
  });
});

describe('a state in words', () => {
  it('says that a mail was found, and never that none was', () => {
    expect(stateName({ state: 'done', emailFound: true })).toBe('Done · email found');
    expect(stateName({ state: 'done', emailFound: false })).toBe('Done');
    expect(stateName({ state: 'held', emailFound: true })).toBe('Held');
  });
});

describe('a channel', () => {
  it.each(['email', 'call', 'meeting', 'other'] as const)('%s has a name and icons', (channel) => {
    expect(channelOf(channel)).toEqual({
      label: expect.stringMatching(/\w/),
      icon: expect.stringMatching(/^standard:/),
      small: expect.stringMatching(/^utility:/),
    });
  });
});
