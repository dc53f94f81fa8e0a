import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishConfiguration } from '../../../server/content/index.ts';
import { openRegistry, openStore, prepareBuiltIn, startPostgres } from '../../../server/store/index.ts';
import { drawConfiguration } from './configuration.ts';
import { type Load, loadSchema, matchSchema, type Order, readySchema, usageSchema } from './messages.ts';
import { type Peer, startPeer } from '../peer.ts';
import { median } from '../statistics.ts';

const rounds = 5;
const requests = 1_000;
const connections = 8;
const orgId = '00D000000000001AAA';

interface Round {
  suggestions: Measure;
  constant: Measure;
  /** Median time of a whole suggestion request, one at a time. */
  wholeMs: number;
  /** Time below which 99 % of matchings stay, of the same deals. */
  matchP99Ms: number;
}

interface Measure {
  cpuMicrosPerRequest: number;
  perSecond: number;
}

const unlimited = { ADDRESS_REQUESTS_PER_MINUTE: '10000000', USER_REQUESTS_PER_MINUTE: '1000000' };

/** An org with a large library in a database of its own, and the key that its requests are signed with. */
const prepareOrg = async (directory: string, itemCount: number) => {
  const postgres = await startPostgres({ directory, log: () => undefined, durable: false });
  const { url, ownerUrl } = await prepareBuiltIn(postgres);
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secondFactor = randomBytes(24).toString('base64url');
  const registry = openRegistry(ownerUrl);
  await registry.register({
    ...{ orgId, name: 'Benchmark', environment: 'sandbox' },
    keys: [
      {
        pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        expiresAt: '2100-01-01T00:00:00Z',
        addedAt: '2026-01-01T00:00:00Z',
      },
    ],
    secondFactorHash: createHash('sha256').update(secondFactor).digest('base64url'),
  });
  await registry.close();
  const store = openStore({ url, onError: () => undefined });
  await publishConfiguration(store, orgId, 'operator', drawConfiguration(itemCount), 'benchmark');
  await store.close();
  const order = {
    ...{ orgId, secondFactor, requests, connections },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const env = { ...process.env, ...unlimited, PORT: '0', METRICS_PORT: '0' };
  return { postgres, order, env: { ...env, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } };
};

type Target = Omit<Order, 'url'>;

const measure = async (service: Peer, load: Peer, order: Order): Promise<Measure> => {
  const before = await service.ask({ ask: 'cpu' }, usageSchema);
  const { perSecond }: Load = await load.ask(order, loadSchema);
  const after = await service.ask({ ask: 'cpu' }, usageSchema);
  return { perSecond, cpuMicrosPerRequest: (after.cpuMicros - before.cpuMicros) / order.requests };
};

const playRounds = async (service: Peer, load: Peer, order: Target): Promise<Round[]> => {
  const urls = await service.next(readySchema);
  await service.ask({ ask: 'constant', orgId }, usageSchema);
  for (const url of [urls.suggestions, urls.constant]) await load.ask({ ...order, url }, loadSchema);
  const played: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const suggestions = await measure(service, load, { ...order, url: urls.suggestions });
    const constant = await measure(service, load, { ...order, url: urls.constant });
    const single = { ...order, url: urls.suggestions, requests: 200, connections: 1 };
    const whole = await load.ask(single, loadSchema);
    const { p99Ms: matchP99Ms } = await service.ask({ ask: 'match', orgId }, matchSchema);
    played.push({ suggestions, constant, wholeMs: whole.p50Ms, matchP99Ms });
  }
  return played;
};

const fixed = (value: number): string => value.toFixed(2);

const print = (played: readonly Round[], itemCount: number): void => {
  const of = (read: (round: Round) => number): number => median(played.map(read));
  const row = (name: string, read: (round: Round) => Measure) => ({
    '': name,
    'CPU µs/request': fixed(of((round) => read(round).cpuMicrosPerRequest)),
    'requests/s': fixed(of((round) => read(round).perSecond)),
  });
  console.table([row('suggestions', (one) => one.suggestions), row('constant', (one) => one.constant)]);
  const wholeMs = of((round) => round.wholeMs);
  const matchP99Ms = of((round) => round.matchP99Ms);
  console.log(
    `${itemCount} items: matching p99 ${fixed(matchP99Ms)} ms, whole request p50 ${fixed(wholeMs)} ms`,
  );
  const ratio = (read: (measure: Measure) => number): number =>
    Number(fixed(median(played.map((round) => read(round.suggestions) / read(round.constant)))));
  const cpuRatio = ratio((one) => one.cpuMicrosPerRequest);
  const throughputRatio = ratio((one) => one.perSecond);
  console.log(JSON.stringify({ cpuRatio, throughputRatio, matchShare: Number(fixed(matchP99Ms / wholeMs)) }));
};

/**
 * Suggestion requests against the same middleware, parser and logger with a constant answer of the same size, the
 * signature checked in both: five interleaved rounds, medians. Bars: cpuRatio ≤ 2, throughputRatio ≥ 0.5, matchShare ≤ 0.5.
 */
export const benchHttp = async (itemCount = 100_000): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'be-inspired-bench-'));
  chmodSync(directory, 0o755);
  console.log(`Publishing ${itemCount} items …`);
  const { postgres, order, env } = await prepareOrg(directory, itemCount);
  const service = startPeer(new URL('service.ts', import.meta.url), env);
  const load = startPeer(new URL('load.ts', import.meta.url), process.env);
  try {
    const played = await playRounds(service, load, order);
    print(played, itemCount);
  } finally {
    await Promise.all([service.stop(), load.stop()]);
    await postgres.stop();
    rmSync(directory, { recursive: true });
  }
};
