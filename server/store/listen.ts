import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** The channel on which a publication is announced; the payload is the org id. */
export const publicationChannel = 'be_inspired_publication';

export interface ListenOptions {
  /** `DATABASE_DIRECT_URL`: LISTEN does not work behind a transaction pooler. */
  url: string;
  /** An org has published. A hint: what was published while the connection was down is not announced again. */
  onPublication: (orgId: string) => void;
  onError: (error: Error) => void;
  /** Milliseconds before a lost connection is tried again. */
  retryAfter?: number;
}

/** Listens until stopped; connects again whenever the connection is lost. */
export function listenForPublications(options: ListenOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const finished = listenAgainAndAgain(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}

async function listenAgainAndAgain(options: ListenOptions, stop: AbortSignal): Promise<void> {
  const stopped = (): boolean => stop.aborted;
  while (!stopped()) {
    await listenOnce(options, stop).catch(options.onError);
    if (!stopped()) await waitOrStop(options.retryAfter ?? 1_000, stop);
  }
}

const waitOrStop = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal: stop }).catch(() => undefined);

async function listenOnce({ url, onPublication }: ListenOptions, stop: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url, keepAlive: true });
  client.on('notification', ({ payload }) => onPublication(payload ?? ''));
  const over = Promise.withResolvers<undefined>();
  const end = (): void => over.resolve(undefined);
  client.on('error', over.reject);
  client.on('end', end);
  stop.addEventListener('abort', end);
  const listening = client.connect().then(() => client.query(`listen ${publicationChannel}`));
  try {
    await Promise.all([listening, over.promise]);
  } finally {
    stop.removeEventListener('abort', end);
    await client.end();
  }
}
