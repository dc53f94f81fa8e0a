import type { DestinationStream } from 'pino';
import { createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { serve } from '../../server/http/serve.ts';
import type { Connections } from '../../server/store/index.ts';

/** The service as the local org reaches it. */
export type RunningService = {
  readonly context: Context;
  readonly port: number;
  readonly metricsPort: number;
  /** Requests in flight finish first; a second call does nothing. */
  stop: () => Promise<void>;
};

/** Starts the service on a database that somebody else runs. */
export async function startService(
  config: Config,
  { url, ownerUrl, directUrl }: Connections,
  { logTo, secretKey }: { logTo: DestinationStream; secretKey: Buffer },
): Promise<RunningService> {
  const secrets = {
    ...{ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL: directUrl },
    SALESFORCE_SECRET_KEY: secretKey.toString('base64'),
  };
  const context = await createContext(config, secrets, { logTo });
  const serving = await serve(createApp(context), context).catch(async (error: unknown) => {
    await context.close();
    throw error;
  });
  const stopNow = async (): Promise<void> => {
    await serving.stop();
    await context.close();
  };
  let stopping: Promise<void> | undefined;
  return { ...serving, context, stop: () => (stopping ??= stopNow()) };
}
