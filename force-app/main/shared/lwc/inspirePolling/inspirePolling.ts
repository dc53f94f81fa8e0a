/** Something that is asked for again and again, while it is wanted. */
export interface Polling {
  /** Begin, or end; saying the same twice changes nothing. */
  want(isWanted: boolean): void;
}

/** Asks every so many milliseconds while it is wanted; not while nobody looks, and at once when somebody looks again. */
export function createPolling(ask: () => void, everyMs: number): Polling {
  let timer: ReturnType<typeof setInterval> | undefined;
  const askIfSeen = (): void => {
    if (document.visibilityState === 'visible') ask();
  };
  return {
    want(isWanted) {
      if (isWanted === (timer !== undefined)) return;
      if (isWanted) {
        timer = setInterval(askIfSeen, everyMs);
        document.addEventListener('visibilitychange', askIfSeen);
      } else {
        clearInterval(timer);
        timer = undefined;
        document.removeEventListener('visibilitychange', askIfSeen);
      }
    },
  };
}
