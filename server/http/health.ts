import type { Express } from 'express';
import { z } from 'zod';
import { AppError } from '../errors.ts';

export interface Lifecycle {
  /** Set before the service stops, so that no new request is sent here. */
  stopping: boolean;
}

export const healthSchema = z.strictObject({ status: z.literal('up') });

export const readySchema = z.strictObject({
  ready: z.boolean(),
  database: z.enum(['up', 'down']),
  stopping: z.boolean(),
  suggestions: z.enum(['complete', 'from memory, without reactions']),
  writes: z.enum(['accepted', 'refused']),
});

interface HealthParts {
  lifecycle: Lifecycle;
  /** @throws AppError `storeUnavailable` unless the database answers */
  pingStore: () => Promise<void>;
}

const databaseState = async (ping: () => Promise<void>): Promise<'up' | 'down'> => {
  try {
    await ping();
    return 'up';
  } catch (error) {
    if (error instanceof AppError && error.code === 'storeUnavailable') return 'down';
    throw error;
  }
};

/** `/health`: the process answers. `/ready`: requests should be sent here; 503 says which part is missing. */
export const mountHealth = (app: Express, { lifecycle, pingStore }: HealthParts): void => {
  app.get('/health', (_request, response) => {
    const health: z.infer<typeof healthSchema> = { status: 'up' };
    response.json(health);
  });
  app.get('/ready', async (_request, response) => {
    const database = await databaseState(pingStore);
    const readiness: z.infer<typeof readySchema> = {
      ready: database === 'up' && !lifecycle.stopping,
      database,
      stopping: lifecycle.stopping,
      suggestions: database === 'up' ? 'complete' : 'from memory, without reactions',
      writes: database === 'up' ? 'accepted' : 'refused',
    };
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
};
