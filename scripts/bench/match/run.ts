import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareBuiltIn, startPostgres } from '../../../server/store/index.ts';
import { startPeer } from '../peer.ts';
import { median } from '../statistics.ts';
import { playContest, type Round } from './contest.ts';
import { prepareOrganizations } from './organizations.ts';

const items = 100_000;
const rules = 10_000;
const orgItems = 2_000;
const orgCount = 200;

const growthSchema = z.object({ smallMs: z.number(), largeMs: z.number(), growth: z.number() });
const oneOrgSchema = z.object({
  orgRssMb: z.number(),
  indexBytes: z.int(),
  updateMs: z.number(),
});
const buildSchema = z.object({ buildMs: z.number() });
const manyOrgsSchema = z.object({
  orgs: z.int(),
  rssMb: z.number(),
  heldWhenTight: z.int(),
  reloadMs: z.number(),
});

/** Runs a script in a process of its own, with the memory that a million items take, and returns what it found. */
const measure = async <Schema extends z.ZodType>(
  script: string,
  schema: Schema,
  order: object,
): Promise<z.output<Schema>> => {
  const env = {
    ...process.env,
    BENCH_ORDER: JSON.stringify(order),
    NODE_OPTIONS: '--max-old-space-size=6144',
  };
  const peer = startPeer(new URL(script, import.meta.url), env);
  try {
    return await peer.next(schema);
  } finally {
    await peer.stop();
  }
};

const ms = (value: number): string => `${value.toPrecision(3)} ms`;
const whole = (value: number): number => Math.round(value);
const oneDecimal = (value: number): number => Number(value.toFixed(1));

const ratios = (played: readonly Round[]) => ({
  naiveP50: median(played.map(({ plain, index }) => plain / index)),
  postgresP50: median(played.map(({ postgres, index }) => postgres / index)),
  jsonRulesEngine: median(played.map(({ engine, rules: own }) => engine / own)),
});

const printContest = (played: readonly Round[]): void => {
  const of = (read: (round: Round) => number): number => median(played.map(read));
  const { naiveP50, postgresP50, jsonRulesEngine } = ratios(played);
  console.table({
    'index (ours)': { p50: ms(of(({ index }) => index)) },
    'plain loop': { p50: ms(of(({ plain }) => plain)), 'times slower': oneDecimal(naiveP50), bar: '≥ 50' },
    PostgreSQL: {
      p50: ms(of(({ postgres }) => postgres)),
      'times slower': oneDecimal(postgresP50),
      bar: '≥ 80',
    },
    'rules alone (ours)': { p50: ms(of(({ rules: own }) => own)) },
    'json-rules-engine': {
      p50: ms(of(({ engine }) => engine)),
      'times slower': whole(jsonRulesEngine),
      bar: '≥ 10,000',
    },
  });
};

const printRest = (
  growth: z.output<typeof growthSchema>,
  one: z.output<typeof oneOrgSchema> & z.output<typeof buildSchema>,
  many: z.output<typeof manyOrgsSchema>,
): void => {
  const growthNote = `${ms(growth.smallMs)} → ${ms(growth.largeMs)}`;
  console.table({
    '1,000,000 items against 100,000': {
      measured: `× ${growth.growth.toFixed(1)} (${growthNote})`,
      bar: '≤ 12',
    },
    'index of 100,000 items': { measured: `${(one.indexBytes / 1e6).toFixed(1)} MB`, bar: '≤ 10 MB' },
    'all that this org adds': { measured: `${whole(one.orgRssMb)} MB`, bar: '≤ 150 MB' },
    build: { measured: ms(one.buildMs), bar: '≤ 300 ms' },
    'one item changed': { measured: ms(one.updateMs), bar: '≤ 1 ms' },
    [`${many.orgs} orgs of 2,000 items`]: { measured: `${whole(many.rssMb)} MB`, bar: '≤ 1000 MB' },
    'with room for a quarter of them': { measured: `${many.heldWhenTight} held` },
    'an org loaded again': { measured: ms(many.reloadMs), bar: '≤ 1000 ms' },
  });
};

/**
 * Matching against a plain loop, PostgreSQL and, for rules alone, json-rules-engine, all giving the same answers; growth,
 * memory, build and update; many organisations in one process. Ratios above 1 mean that the index is faster.
 */
export const benchMatch = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'be-inspired-bench-'));
  chmodSync(directory, 0o755);
  const server = await startPostgres({ directory, log: () => undefined, durable: false });
  try {
    console.log(`${items} items, ${rules} rules, 1,000 different opportunities, the best 10 with reasons …`);
    const played = await playContest(server, items, rules);
    printContest(played);
    console.log('Growth, memory and many organisations …');
    const growth = await measure('growth.ts', growthSchema, {});
    const { url, ...others } = await prepareBuiltIn(server);
    const orgs = await prepareOrganizations(
      { url, ...others },
      { large: items, small: orgItems, count: orgCount },
    );
    const order = { url, smallOrg: orgs.small[0], largeOrg: orgs.large, items };
    const one = {
      ...(await measure('one-org.ts', oneOrgSchema, order)),
      ...(await measure('build.ts', buildSchema, { items, rules })),
    };
    const many = await measure('many-orgs.ts', manyOrgsSchema, { url, orgs: orgs.small });
    printRest(growth, one, many);
    const { naiveP50, postgresP50, jsonRulesEngine } = ratios(played);
    console.log(
      JSON.stringify({
        identical: played.reduce((sum, { same }) => sum + same, 0),
        naiveP50: oneDecimal(naiveP50),
        postgresP50: oneDecimal(postgresP50),
        jsonRulesEngine: whole(jsonRulesEngine),
        growth: oneDecimal(growth.growth),
        indexBytes: one.indexBytes,
        orgRssMb: whole(one.orgRssMb),
        buildMs: whole(one.buildMs),
        updateMs: Number(one.updateMs.toFixed(2)),
      }),
    );
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true });
  }
};
