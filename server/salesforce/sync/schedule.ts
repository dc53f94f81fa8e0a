import { Temporal } from 'temporal-polyfill';
import { objectOf } from '../mirror/columns.ts';
import type { SyncState } from './state.ts';

/** How long an object may rest. Quick ones share one call, so that an hour costs 240 of them and 24 for the others. */
const rests = {
  quick: Temporal.Duration.from({ seconds: 15 }),
  slow: Temporal.Duration.from({ minutes: 5 }),
};

/** So much earlier an object is asked for together with one that is due: else they would drift apart, each with its own calls. */
const company = Temporal.Duration.from({ seconds: 5 });

const paceOf = ({ sobject, problem }: SyncState) => (problem ? 'slow' : objectOf(sobject).pace);

const isDue = (state: SyncState, now: Date, early = Temporal.Duration.from({ seconds: 0 })): boolean => {
  const { lastSyncedAt } = state;
  if (lastSyncedAt === null) return true;
  const rest = rests[paceOf(state)].subtract(early).total('milliseconds');
  return now.getTime() - lastSyncedAt.getTime() >= rest;
};

/** Those that are due, and those of the same pace that soon are. */
const dueTogether = (states: readonly SyncState[], now: Date): readonly SyncState[] => {
  const paces = new Set(states.filter((state) => isDue(state, now)).map(paceOf));
  return states.filter((state) => paces.has(paceOf(state)) && isDue(state, now, company));
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
    follow: dueTogether(
      others.filter(({ phase }) => phase === 'live'),
      now,
    ),
    readWhole: whole.filter((state) => isDue(state, now)),
  };
};
