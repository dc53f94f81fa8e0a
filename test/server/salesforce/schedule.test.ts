import { describe, expect, test } from '@jest/globals';
import type { ObjectName } from '../../../server/salesforce/mirror/objects.ts';
import type { SyncState } from '../../../server/salesforce/sync/state.ts';
import { turnAt } from '../../../server/salesforce/sync/schedule.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds));

const live = (sobject: ObjectName, syncedAt: number, given: Partial<SyncState> = {}): SyncState => ({
  ...{ sobject, phase: 'live', bulkJob: null, locator: null, rowsLoaded: 0, rowsExpected: 0 },
  ...{ cursorAt: '2026-03-02T08:00:00Z', cursorSince: null, missingFields: [], problem: null },
  lastSyncedAt: at(syncedAt),
  ...given,
});

const followed = (states: readonly SyncState[], now: number): string[] =>
  turnAt(states, at(now)).follow.map(({ sobject }) => sobject);

describe('what is followed in a turn', () => {
  test('is nothing before the first rest is over', () => {
    expect(followed([live('Opportunity', 0), live('Task', 4), live('Account', 0)], 14)).toEqual([]);
  });

  test('is what is due together with what is due within five seconds, so that they share a call', () => {
    expect(followed([live('Opportunity', 0), live('Task', 4), live('Event', 6)], 15)).toEqual([
      'Opportunity',
      'Task',
    ]);
  });

  test('is not what rests for minutes because something quick is due', () => {
    expect(followed([live('Opportunity', 285), live('Account', 2)], 300)).toEqual(['Opportunity']);
    expect(followed([live('Account', 0), live('Contact', 4)], 300)).toEqual(['Account', 'Contact']);
  });

  test('rests for minutes after a problem', () => {
    const refused = live('Task', 0, {
      problem: { code: 'refused', message: 'INVALID_TYPE', remedy: 'none' },
    });
    expect(followed([refused, live('Opportunity', 0)], 15)).toEqual(['Opportunity']);
    expect(followed([refused], 300)).toEqual(['Task']);
  });
});
