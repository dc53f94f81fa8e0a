import { Temporal } from 'temporal-polyfill';

/**
 * The org's time. It runs with the machine's until somebody moves it; then it stands still where it was put, so that a
 * loader can write history at the dates when things happened. Salesforce has no such thing: it lives outside /services.
 */
export interface Clock {
  now(): Temporal.Instant;
  /** The time as if nobody had moved it: what logins and answers go by. */
  running(): Temporal.Instant;
  moveTo(instant: Temporal.Instant): void;
  /** Back to the machine's time. */
  release(): void;
  moved(): boolean;
  /** Lets the running clock be ahead of the machine's by so many seconds (behind it: negative). */
  skewBy(seconds: number): void;
}

export function createClock(): Clock {
  let standing: Temporal.Instant | null = null;
  let skew = 0;
  const running = (): Temporal.Instant => Temporal.Now.instant().add({ seconds: skew });
  return {
    now: () => standing ?? running(),
    running,
    moveTo(instant) {
      standing = instant;
    },
    release() {
      standing = null;
    },
    moved: () => standing !== null,
    skewBy(seconds) {
      skew = seconds;
    },
  };
}

/** An instant as the REST API writes it: whole seconds, UTC, `2011-07-07T00:37:00.000+0000`. */
export function apiDateTime(instant: Temporal.Instant): string {
  return `${instant.toString({ smallestUnit: 'second', roundingMode: 'floor' }).slice(0, 19)}.000+0000`;
}
