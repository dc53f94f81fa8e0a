import { expect, jest, test } from '@jest/globals';
import { together } from '../../../server/store/together.ts';

const doubling = () =>
  jest.fn((numbers: readonly number[]) => Promise.resolve(numbers.map((number) => 2 * number)));

test('what is asked in one turn is asked once, and each gets its answer', async () => {
  const askAll = doubling();
  const double = together(askAll);
  expect(await Promise.all([double(1), double(5), double(3)])).toEqual([2, 10, 6]);
  expect(askAll.mock.calls).toEqual([[[1, 5, 3]]]);
});

test('nothing is remembered: what is asked again is asked again', async () => {
  const askAll = doubling();
  const double = together(askAll);
  await double(1);
  await double(1);
  expect(askAll.mock.calls).toEqual([[[1]], [[1]]]);
});

test('a failure is that of all who asked, and of nobody who asks later', async () => {
  const askAll = doubling();
  askAll.mockRejectedValueOnce(new Error('gone'));
  const double = together(askAll);
  const outcomes = await Promise.allSettled([double(1), double(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await double(2)).toBe(4);
});

test('a question without an answer fails instead of waiting', async () => {
  const double = together((numbers: readonly number[]) => Promise.resolve(numbers.slice(1)));
  await expect(Promise.all([double(1), double(2)])).rejects.toThrow('Question 2 of 2 got no answer.');
});

test('what is asked while an answer is under way waits for it and is asked together', async () => {
  const ends: PromiseWithResolvers<number>[] = [];
  const askAll = jest.fn(async (numbers: readonly number[]) => {
    const end = Promise.withResolvers<number>();
    ends.push(end);
    await end.promise;
    return numbers;
  });
  const echo = together(askAll);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const first = echo(1);
  await turn();
  const later = Promise.all([echo(2), echo(3)]);
  await turn();
  expect(askAll.mock.calls).toEqual([[[1]]]);
  ends[0]?.resolve(0);
  expect(await first).toBe(1);
  while (askAll.mock.calls.length < 2) await turn();
  expect(askAll.mock.calls).toEqual([[[1]], [[2, 3]]]);
  ends[1]?.resolve(0);
  expect(await later).toEqual([2, 3]);
});
