import { describe, expect, it } from '@jest/globals';
import { received, timedIfStale, type Reading } from 'c/inspireReading';
import { aFailure } from 'support/answers';

const parse = (text: string): number => {
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`"${text}" is no number`);
  return number;
};

const before: Reading<number> = { answer: 7, asOf: new Date('2026-03-02T09:00:00Z') };

describe('what was read', () => {
  it('is waited for while there is neither data nor an error', () => {
    expect(received<number>({}, {}, parse)).toEqual({});
  });

  it('is the last answer, and a problem before it is over', () => {
    const failed = received(before, { error: aFailure() }, parse);
    expect(received(failed, { data: '8' }, parse)).toEqual({ answer: 8, asOf: expect.any(Date) });
  });

  it('stays when it can not be read again', () => {
    expect(received(before, { error: aFailure() }, parse)).toMatchObject({
      ...before,
      problem: { code: 'serviceUnreachable' },
    });
  });

  it('says as of when it is only when it can not be read again', () => {
    expect(timedIfStale(before)).toEqual({ answer: 7 });
    const failed = received(before, { error: aFailure() }, parse);
    expect(timedIfStale(failed)).toBe(failed);
  });

  it('stays when the answer makes no sense', () => {
    expect(received(before, { data: 'x' }, parse)).toMatchObject({
      ...before,
      problem: { message: '"x" is no number' },
    });
  });
});
