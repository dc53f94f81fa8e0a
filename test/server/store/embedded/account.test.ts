import { expect, test } from '@jest/globals';
import { mayPass } from '../../../../server/store/embedded/account.ts';

const account = { uid: 65534, gid: 65534 };

test.each([
  ['its own folder by the owner bit', { uid: 65534, gid: 0, mode: 0o700 }, true],
  ['its own folder not by the bit for others', { uid: 65534, gid: 0, mode: 0o077 }, false],
  ["its group's folder by the group bit", { uid: 0, gid: 65534, mode: 0o710 }, true],
  ["its group's folder not by the bit for others", { uid: 0, gid: 65534, mode: 0o701 }, false],
  ['any folder by the bit for others', { uid: 0, gid: 0, mode: 0o711 }, true],
  ["not somebody's private folder", { uid: 0, gid: 0, mode: 0o700 }, false],
  ['not a folder that can only be read', { uid: 0, gid: 0, mode: 0o744 }, false],
])('an account passes through %s', (_what, folder, passes) => {
  expect(mayPass(folder, account)).toBe(passes);
});
