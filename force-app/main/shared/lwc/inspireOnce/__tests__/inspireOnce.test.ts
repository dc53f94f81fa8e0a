import { describe, expect, it, jest } from '@jest/globals';
import { createOnce, type Failed } from 'c/inspireOnce';
import { aFailure } from 'support/answers';

const heard = () => {
  const failures: Failed[] = [];
  return { failures, once: createOnce((failed) => failures.push(failed)) };
};

describe('what is under way', () => {
  it('is not begun a second time, unless it is something else', async () => {
    const { once } = heard();
    const act = jest.fn(() => Promise.resolve());
    await Promise.all([once('a', act), once('a', act), once('b', act)]);
    expect(act).toHaveBeenCalledTimes(2);
    await once('a', act);
    expect(act).toHaveBeenCalledTimes(3);
  });

  it('is told when it fails, and can be tried again, once', async () => {
    const { once, failures } = heard();
    const act = jest.fn(() => Promise.resolve()).mockRejectedValueOnce(aFailure());
    await once('a', act);
    expect(failures).toEqual([
      { problem: expect.objectContaining({ requestId: 'r-42' }), retry: expect.any(Function) },
    ]);
    await Promise.all([failures[0]?.retry(), failures[0]?.retry(), once('a', act)]);
    expect(act).toHaveBeenCalledTimes(2);
    expect(failures).toHaveLength(1);
  });
});
