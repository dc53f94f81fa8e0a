import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { drawOpenings } from '../../../../scripts/bench/match/data/deals.ts';
import { drawLibrary } from '../../../../scripts/bench/match/data/library.ts';
import { plainMatch } from '../../../../scripts/bench/match/plain/loop.ts';
import { prepare } from '../../../../scripts/bench/match/plain/prepare.ts';
import { postgresMatch } from '../../../../scripts/bench/match/postgres/answer.ts';
import { createCodes } from '../../../../scripts/bench/match/postgres/codes.ts';
import { loadTables } from '../../../../scripts/bench/match/postgres/load.ts';
import { compileIndex, match } from '../../../../server/suggestions/match/index.ts';
import { freshDatabase, type TestDatabase } from '../../../support/postgres.ts';

/** So many rules for so few items that several fire for one item. */
const items = 150;
const library = drawLibrary(items, 600, 11);
const openings = drawOpenings(60, items, 12);
const plain = prepare(library);
const index = compileIndex(library);

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url() });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test('the index, the plain loop and PostgreSQL list the same items with the same points and reasons', async () => {
  const codes = createCodes();
  await loadTables(client, plain, codes);
  const ask = postgresMatch(client, plain, codes);
  for (const opening of openings) {
    const expected = plainMatch(plain, opening.facts, opening.viewer);
    expect(match(index, opening.facts, opening.viewer)).toStrictEqual(expected);
    expect(await ask(opening)).toStrictEqual(expected);
  }
});
