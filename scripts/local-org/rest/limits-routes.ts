import express, { type Express } from 'express';
import { z } from 'zod';
import type { Sessions } from '../oauth/sessions.ts';
import type { Records } from '../records/index.ts';
import { mayModifyAll } from './authenticate.ts';
import { bodyAs } from './body.ts';
import type { ApiUsage, DailyRequests } from './limits.ts';

const asked = z.strictObject({ max: z.int().min(1).exactOptional(), used: z.int().min(0).exactOptional() });

/**
 * `/local-org/limits`: GET tells the API calls of the last 24 hours, PUT `{max?, used?}` changes them. For users who may
 * modify all data; Salesforce has nothing like it. These calls themselves do not count.
 */
export function mountLimits(
  app: Express,
  { usage, sessions, records }: { usage: ApiUsage; sessions: Sessions; records: Records },
): void {
  const address = '/local-org/limits';
  const tell = (): { dailyApiRequests: DailyRequests } => ({ dailyApiRequests: usage.daily() });
  app.use(address, express.json(), mayModifyAll(sessions, records));
  app.get(address, (_request, response) => {
    response.json(tell());
  });
  app.put(address, (request, response) => {
    usage.set(bodyAs(asked, request.body));
    response.json(tell());
  });
}
