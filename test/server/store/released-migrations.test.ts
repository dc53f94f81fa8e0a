import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const folder = new URL('../../../server/store/migrations/', import.meta.url);

/** What databases have run; each release adds its own. */
const released: [name: string, hash: string][] = [
  ['0001-foundation.ts', 'd62e848a1576c796923bbae1b5b878e67e85cbb7d8e88c90ef8f20b33cfafa22'],
  ['0002-configuration.ts', 'b1a083479a3facfa1964a215f5780ef1a1038fd3e6c742f04183ad4b86ed5301'],
  ['0003-reactions-in-one-call.ts', '3ad684a5efb2c91bb8218a0444fea2189152f9485fb67c3f0cd5d1090f43d215'],
  ['0004-salesforce.ts', '206f1bd77e7e52d70a9b5fec9a64dd59239a1f105b550b6b867e8afa93f0daea'],
  ['0005-mirror.ts', '1eb75390d19664d2ab731e40e3ad0dae07d7cf29cfb0d9f24795a3693d896f12'],
  ['0006-age-of-a-cursor.ts', '93ff4135f79f62f524e290002cb3629446dd91a93a0b3ef8b04e777f3c580193'],
  ['tenant-table.ts', '46b59da022f3bb8ec1d37238b35c374c061ca27ed50562a39ec1a5ac7a3ed322'],
];

test.each(released)(
  '%s is as it was released: what changes after that is a migration of its own',
  async (name, hash) => {
    const text = await readFile(fileURLToPath(new URL(name, folder)));
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
  },
);
