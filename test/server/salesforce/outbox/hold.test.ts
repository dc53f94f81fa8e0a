import { expect, test } from '@jest/globals';
import { holding } from '../../../../server/salesforce/outbox/hold.ts';

test('work goes on saying that it goes on, until it ends', async () => {
  let signs = 0;
  const sign = Promise.withResolvers<undefined>();
  const renew = () => {
    signs += 1;
    if (signs === 3) sign.resolve(undefined);
    return Promise.resolve();
  };
  await holding(3, renew, () => sign.promise);
  const before = signs;
  await new Promise(setImmediate);
  expect(signs).toBe(before);
});

test('a sign of life that fails does not end the work', async () => {
  const sign = Promise.withResolvers<string>();
  const renew = () => {
    sign.resolve('done');
    return Promise.reject(new Error('no database'));
  };
  expect(await holding(3, renew, () => sign.promise)).toBe('done');
});
