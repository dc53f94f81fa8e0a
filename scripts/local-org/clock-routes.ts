import express, { type Express } from 'express';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { SalesforceError } from './errors.ts';
import type { Sessions } from './oauth/sessions.ts';
import type { Records } from './records/index.ts';
import { mayModifyAll } from './rest/authenticate.ts';

const moved = z.object({ now: z.string() });

/**
 * `/local-org/clock`: GET tells the org's time, PUT `{now}` moves it, DELETE gives it back to the machine's. For users
 * who may modify all data. Salesforce has nothing like it.
 */
export function mountClock(
  app: Express,
  { clock, sessions, records }: { clock: Clock; sessions: Sessions; records: Records },
): void {
  const address = '/local-org/clock';
  const tell = (): { now: string; moved: boolean } => ({ now: clock.now().toString(), moved: clock.moved() });
  app.use(address, express.json(), mayModifyAll(sessions, records));
  app.get(address, (_request, response) => {
    response.json(tell());
  });
  app.put(address, (request, response) => {
    clock.moveTo(instantOf(request.body));
    response.json(tell());
  });
  app.delete(address, (_request, response) => {
    clock.release();
    response.json(tell());
  });
}

function instantOf(body: unknown): Temporal.Instant {
  const parsed = moved.safeParse(body);
  try {
    return Temporal.Instant.from(parsed.data?.now ?? '');
  } catch {
    throw new SalesforceError('JSON_PARSER_ERROR', 'now must be an instant such as 2026-01-31T09:00:00Z');
  }
}
