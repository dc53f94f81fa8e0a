import { z } from 'zod';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createContext } from '../../../server/context.ts';
import { defineRoute } from '../../../server/http/route.ts';
import { serve } from '../../../server/http/serve.ts';
import { readFacts } from '../../../server/journey/index.ts';
import type { Caller } from '../../../server/http/signature/claims.ts';
import { suggestionRoutes } from '../../../server/suggestions/index.ts';
import { match } from '../../../server/suggestions/match/index.ts';
import { drawBodies } from './configuration.ts';
import { percentile } from '../statistics.ts';

/**
 * The process that is measured. Both applications have the same middleware, signature, parser and logger; one makes
 * suggestions, the other answers every request with the constant that it was given.
 */
const questionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('cpu') }),
  z.object({ ask: z.literal('constant'), orgId: z.string() }),
  z.object({ ask: z.literal('match'), orgId: z.string() }),
]);

let constant: unknown = {};

const { config, secrets } = readConfig();
const context = await createContext(config, secrets);

const constantRoute = defineRoute({
  path: '/v1/suggestions',
  operation: 'constant',
  mode: 'read',
  permission: 'Inspire_Use',
  summary: 'Always the same',
  input: z.strictObject({ limit: z.int().min(1).max(50).default(10) }),
  answer: z.unknown(),
  handle: () => Promise.resolve(constant),
});

const suggesting = await serve(createApp(context), context);
const idle = await serve(createApp(context, [constantRoute]), context);

const cpuMicros = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Times matching alone, for the same deals that the requests are about. */
const timeMatching = async (orgId: string) => {
  const { index, facts } = await context.libraries.get(orgId);
  const today = new Date().toISOString().slice(0, 10);
  const viewer = { limit: 10, reactions: [], perms: ['Inspire_Use'], language: 'en_US', today };
  const deals = drawBodies(1_000).map((body) => readFacts(body.facts.record, facts, today));
  const times = [...deals, ...deals].map((deal) => {
    const startedAt = performance.now();
    match(index, deal, viewer);
    return performance.now() - startedAt;
  });
  const settled = times.slice(deals.length);
  return { p50Ms: percentile(settled, 0.5), p99Ms: percentile(settled, 0.99) };
};

/** From now on the constant answer is the one of median size among the answers to 200 of the requests. */
const chooseConstant = async (orgId: string): Promise<void> => {
  const { libraries, store, now, log } = context;
  await libraries.update(orgId);
  const [suggestions] = suggestionRoutes({ libraries, store, now, onUnfiltered: () => undefined });
  const caller: Caller = {
    ...{
      orgId,
      userId: '005000000000001AAA',
      permissions: ['Inspire_Use'],
      locale: 'en_US',
      timeZone: 'UTC',
    },
    ...{ packageVersion: '0.1', tokenId: 'none', tokenExpiresAt: now() },
  };
  const answers = await Promise.all(
    drawBodies(200).map(async (body) => suggestions?.respond(caller, body, log)),
  );
  const bySize = answers.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  constant = bySize[Math.floor(bySize.length / 2)];
};

const answer = async (message: unknown): Promise<object> => {
  const question = questionSchema.parse(message);
  if (question.ask === 'match') return timeMatching(question.orgId);
  if (question.ask === 'constant') await chooseConstant(question.orgId);
  return { cpuMicros: cpuMicros(), answerBytes: JSON.stringify(constant).length };
};

process.on('message', (message) => void answer(message).then((reply) => process.send?.(reply)));
process.once('disconnect', () => {
  void Promise.all([suggesting.stop(), idle.stop()]).then(() => context.close());
});

const urlOf = ({ port }: { port: number }): string => `http://127.0.0.1:${port}`;
process.send?.({ suggestions: urlOf(suggesting), constant: urlOf(idle) });
