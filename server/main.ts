import { once } from 'node:events';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createContext } from './context.ts';
import { serve } from './http/serve.ts';
import { PostgresError } from './store/index.ts';

/** Why a start came to nothing although nothing is wrong. */
class StartAbandoned extends Error {
  override readonly name = 'StartAbandoned';
}

/**
 * Says that the process was asked to stop, whenever that is. The listeners stay: without one, a second signal would end
 * the process in the middle of the stop.
 */
const listenForStop = (): AbortSignal => {
  const asked = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      asked.abort(new StartAbandoned(`Asked to stop by ${signal} before it listened.`));
    });
  return asked.signal;
};

const run = async (): Promise<void> => {
  const stopping = listenForStop();
  const { config, secrets } = readConfig();
  const context = await createContext(config, secrets, { stopping });
  const { log } = context;
  const serving = await serve(createApp(context), context).catch(async (error: unknown) => {
    await context.close();
    throw error;
  });
  log.info({ host: config.HOST, port: serving.port, metricsPort: serving.metricsPort }, 'Listening');

  if (!stopping.aborted) await once(stopping, 'abort');
  log.info('Asked to stop');
  await serving.stop();
  await context.close();
  log.info('Stopped');
  await written(log);
};

/** Resolves when all lines are written. That a pipe can not be synced to a disk, which comes as an error, is no matter here. */
const written = (log: Logger): Promise<void> =>
  new Promise((resolve) => {
    log.flush(() => {
      resolve();
    });
  });

const inUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** What the person at the terminal can act on is said in a line; anything else with its stack. */
const explain = (error: unknown): string => {
  const cause =
    error instanceof Error && error.cause !== undefined ? `\nBecause: ${explain(error.cause)}` : '';
  return explainAlone(error) + cause;
};

const explainAlone = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof PostgresError || error instanceof StartAbandoned)
    return error.message;
  if (inUse(error))
    return `${String(error)}. Set PORT or METRICS_PORT to a free port, or stop what uses this one.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const fail = (error: unknown): void => {
  process.stderr.write(`${explain(error)}\n`);
  if (!(error instanceof StartAbandoned)) process.exitCode = 1;
};

await run().catch(fail);
// A connection to a silent database would keep the process alive.
process.exit();
