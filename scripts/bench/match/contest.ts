import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import type { PostgresServer } from '../../../server/store/index.ts';
import { compileIndex, match, type MatchResult } from '../../../server/suggestions/match/index.ts';
import { median } from '../statistics.ts';
import { timed, timedAsync } from './clock.ts';
import { drawOpenings, type Opening } from './data/deals.ts';
import { drawLibrary } from './data/library.ts';
import { plainMatch } from './plain/loop.ts';
import { prepare } from './plain/prepare.ts';
import { postgresMatch } from './postgres/answer.ts';
import { createCodes } from './postgres/codes.ts';
import { loadTables } from './postgres/load.ts';
import { rulesAlone } from './rules-alone.ts';
import { rulesEngine } from './rules-engine.ts';

const rounds = 5;
const dealsPerRound = 200;
const enginesPerRound = 4;

/** Medians of one round, in milliseconds; `same` counts deals on which all answers were equal. */
export type Round = {
  readonly same: number;
  readonly index: number;
  readonly plain: number;
  readonly postgres: number;
  readonly rules: number;
  readonly engine: number;
};

type Contestants = {
  readonly index: (opening: Opening) => MatchResult;
  readonly plain: (opening: Opening) => MatchResult;
  readonly postgres: (opening: Opening) => Promise<MatchResult>;
  readonly rules: (opening: Opening) => readonly string[];
  readonly engine: (opening: Opening) => Promise<readonly string[]>;
};

const enter = async (client: Client, items: number, rules: number): Promise<Contestants> => {
  const library = drawLibrary(items, rules, 1);
  const plain = prepare(library);
  const codes = createCodes();
  await loadTables(client, plain, codes);
  const index = compileIndex(library);
  const engine = rulesEngine(plain);
  return {
    index: ({ facts, viewer }) => match(index, facts, viewer),
    plain: ({ facts, viewer }) => plainMatch(plain, facts, viewer),
    postgres: postgresMatch(client, plain, codes),
    rules: rulesAlone(index.rules),
    engine: ({ facts, viewer }) => engine(facts, viewer.today),
  };
};

/** Rules alone are quick, so each deal is asked many times over. Neither has to put the rules that hold in order. */
const playRules = async ({ rules, engine }: Contestants, openings: readonly Opening[]) => {
  const engineMs: number[] = [];
  const rulesMs: number[] = [];
  let same = 0;
  for (const opening of openings) {
    const theirs = await timedAsync(() => engine(opening));
    engineMs.push(theirs.ms);
    for (let time = 0; time < 50; time += 1) rulesMs.push(timed(() => rules(opening)).ms);
    if (isDeepStrictEqual(rules(opening).toSorted(), theirs.result.toSorted())) same += 1;
  }
  return { engine: median(engineMs), rules: median(rulesMs), same };
};

const playRound = async (contestants: Contestants, openings: readonly Opening[]): Promise<Round> => {
  const byIndex = openings.map((opening) => timed(() => contestants.index(opening)));
  const byPlain = openings.map((opening) => timed(() => contestants.plain(opening)));
  const byPostgres: { readonly ms: number; readonly result: MatchResult }[] = [];
  for (const opening of openings) byPostgres.push(await timedAsync(() => contestants.postgres(opening)));
  const alone = await playRules(contestants, openings.slice(0, enginesPerRound));
  if (alone.same < enginesPerRound) throw new Error('json-rules-engine fired other rules');
  const answers = byIndex.map(
    ({ result }, at) => [result, byPlain[at]?.result, byPostgres[at]?.result] as const,
  );
  return {
    same: answers.filter(
      ([index, plain, postgres]) => isDeepStrictEqual(index, plain) && isDeepStrictEqual(index, postgres),
    ).length,
    index: median(byIndex.map(({ ms }) => ms)),
    plain: median(byPlain.map(({ ms }) => ms)),
    postgres: median(byPostgres.map(({ ms }) => ms)),
    rules: alone.rules,
    engine: alone.engine,
  };
};

/**
 * The same questions to the index, the plain loop, PostgreSQL and, for rules alone, json-rules-engine: five interleaved
 * rounds of 200 different deals each, after a warm-up on others.
 */
export const playContest = async (
  server: PostgresServer,
  items: number,
  rules: number,
): Promise<readonly Round[]> => {
  await server.createDatabase('contest', { owner: 'contest' });
  const client = new Client({ connectionString: server.url('contest') });
  await client.connect();
  try {
    const contestants = await enter(client, items, rules);
    await playRound(contestants, drawOpenings(20, items, 3));
    for (const opening of drawOpenings(2000, items, 4)) contestants.index(opening);
    const openings = drawOpenings(rounds * dealsPerRound, items, 2);
    const played: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      played.push(
        await playRound(contestants, openings.slice(round * dealsPerRound, (round + 1) * dealsPerRound)),
      );
    }
    return played;
  } finally {
    await client.end();
  }
};
