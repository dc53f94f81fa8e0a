import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** The result of `work`, unless the signal comes first: then its reason is thrown, and nobody waits for the work. */
export const unlessAborted = async <Result>(
  signal: AbortSignal | undefined,
  work: Promise<Result>,
): Promise<Result> => {
  const over = Promise.withResolvers<never>();
  const abort = (): void => over.reject(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
};

/** What was started is stopped again if what comes after it fails. */
export const orStop = async <Result>(
  stop: () => Promise<void>,
  log: Logger,
  work: () => Promise<Result> | Result,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    await stop().catch((err: unknown) => log.error({ err }, 'What was started could not be stopped'));
    throw error;
  }
};

/** Does something again and again until stopped; a failure is logged and the next turn comes. */
export const repeat = (
  everyMs: number,
  log: Logger,
  what: string,
  work: () => Promise<void>,
): (() => void) => {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const turn = async (): Promise<void> => {
    await work().catch((err: unknown) => log.warn({ err }, `${what} failed`));
    if (!stopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => void turn(), everyMs).unref();
  };
  schedule();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

/** Ends one after the other, but waits no longer than so many milliseconds for all of them. */
export const endInTurn = async (
  milliseconds: number,
  ends: readonly (() => Promise<void> | undefined)[],
): Promise<void> => {
  const over = new AbortController();
  const endAll = async (): Promise<void> => {
    for (const end of ends) await end();
  };
  try {
    await Promise.race([endAll(), pause(milliseconds, undefined, { signal: over.signal })]);
  } finally {
    over.abort();
  }
};
