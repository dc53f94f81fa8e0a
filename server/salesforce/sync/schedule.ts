import { Temporal } from 'temporal-polyfill';
import { objectOf } from '../mirror/columns.ts';
import type { SyncState } from './state.ts';

/** How long an object may rest. Quick ones share one call, so that an hour costs 240 of them and 24 for the others. */
const rests = {
  quick: Temporal.Duration.from({ seconds: 15 }),
  slow: Temporal.Duration.from({ minutes: 5 }),
};

const isDue = ({ sobject, lastSyncedAt, problem }: SyncState, now: Date): boolean => {
  if (lastSyncedAt === null) return true;
  const rest = rests[problem ? 'slow' : objectOf(sobject).pace].total('milliseconds');
  return now.getTime() - lastSyncedAt.getTime() >= rest;
};

export interface Turn {
  load: readonly SyncState[];
  follow: readonly SyncState[];
  readWhole: readonly SyncState[];
}

/** What is to be done now. Objects that are being loaded are always brought on, unless the org refuses them. */
export const turnAt = (states: readonly SyncState[], now: Date): Turn => {
  const whole = states.filter(({ sobject }) => objectOf(sobject).deletion === 'readWhole');
  const others = states.filter((state) => !whole.includes(state));
  return {
    load: others.filter((state) => state.phase !== 'live' && (!state.problem || isDue(state, now))),
    follow: others.filter((state) => state.phase === 'live' && isDue(state, now)),
    readWhole: whole.filter((state) => isDue(state, now)),
  };
};
