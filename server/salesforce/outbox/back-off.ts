import { decorrelatedJitterGenerator, ExponentialBackoff } from 'cockatiel';

/** Milliseconds until the next attempt, by how many failed. */
export type DelayOf = (attempts: number) => number;

/** More steps than any back-off needs to be at its longest. */
const stepsAtMost = 24;

/**
 * Waits longer from attempt to attempt, and not all rows equally long (decorrelated jitter), so that what failed together is not
 * tried again together.
 */
export const backOff = (initialDelay: number, maxDelay: number): DelayOf => {
  const delays = new ExponentialBackoff({ initialDelay, maxDelay, generator: decorrelatedJitterGenerator });
  return (attempts) => {
    let delay = delays.next();
    for (let step = 1; step < Math.min(attempts, stepsAtMost); step++) delay = delay.next(undefined);
    return Math.round(delay.duration);
  };
};

/** Two seconds at first, a quarter of an hour in the end. */
export const defaultDelay: DelayOf = backOff(2_000, 900_000);
