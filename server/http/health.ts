import type { Express } from 'express';
import { AppError } from '../errors.ts';

export interface Lifecycle {
  /** Set before the service stops, so that no new request is sent here. */
  stopping: boolean;
}

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
    response.json({ status: 'up' });
  });
  app.get('/ready', async (_request, response) => {
    const database = await databaseState(pingStore);
    const ready = database === 'up' && !lifecycle.stopping;
    response.status(ready ? 200 : 503).json({
      ready,
      database,
      stopping: lifecycle.stopping,
      suggestions: database === 'up' ? 'complete' : 'from memory, without reactions',
      writes: database === 'up' ? 'accepted' : 'refused',
    });
  });
};
