import HELD from '@salesforce/label/c.Inspire_Sync_Held';
import LIVE from '@salesforce/label/c.Inspire_Sync_Live';
import LOADING from '@salesforce/label/c.Inspire_Sync_Loading';
import MISSING_FIELDS from '@salesforce/label/c.Inspire_Sync_Missing_Fields';
import NEVER from '@salesforce/label/c.Inspire_Sync_Never';
import PROGRESS from '@salesforce/label/c.Inspire_Sync_Progress';
import READ from '@salesforce/label/c.Inspire_Sync_Read';
import READ_OF from '@salesforce/label/c.Inspire_Sync_Read_Of';
import WAITING from '@salesforce/label/c.Inspire_Sync_Waiting';
import { countText, fill, instantText, joined, spanText } from 'c/inspireFormat';
import type { Problem } from 'c/inspireProblem';
import type { ObjectStatus } from './answer';

/** One object as the table shows it. */
export interface Row {
  sobject: string;
  state: string;
  icon: string;
  lastSync: string;
  lag: string;
  rows: string;
  progress: { label: string; percent: number; style: string } | undefined;
  missingFields: string | undefined;
  problem: Problem | null;
}

const none = '–';

const states = {
  held: { state: HELD, icon: 'utility:warning' },
  waiting: { state: WAITING, icon: 'utility:clock' },
  loading: { state: LOADING, icon: 'utility:sync' },
  live: { state: LIVE, icon: 'utility:check' },
} as const;

const rowsText = ({ phase, rows, rowsExpected }: ObjectStatus): string => {
  if (rows === null || phase === 'waiting') return none;
  if (phase === 'live') return countText(rows);
  return rowsExpected === null
    ? fill(READ, countText(rows))
    : fill(READ_OF, countText(rows), countText(rowsExpected));
};

const progressOf = ({ sobject, phase, rows, rowsExpected }: ObjectStatus): Row['progress'] => {
  if (phase !== 'loading' || rowsExpected === null) return undefined;
  const percent = rowsExpected === 0 ? 100 : Math.min(100, Math.floor((100 * (rows ?? 0)) / rowsExpected));
  return { label: fill(PROGRESS, sobject), percent, style: `inline-size: ${percent}%` };
};

export function rowOf(object: ObjectStatus, now: Date): Row {
  const { sobject, phase, lastSyncedAt, lagSeconds, missingFields, problem } = object;
  return {
    ...{ sobject, problem },
    ...states[problem ? 'held' : phase],
    lastSync: lastSyncedAt === null ? NEVER : instantText(new Date(lastSyncedAt), now),
    lag: lagSeconds === null ? none : spanText(lagSeconds),
    rows: rowsText(object),
    progress: progressOf(object),
    missingFields: missingFields.length > 0 ? fill(MISSING_FIELDS, joined(missingFields)) : undefined,
  };
}
