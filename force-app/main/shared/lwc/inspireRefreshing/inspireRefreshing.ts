import { refreshApex } from '@salesforce/apex';
import { readProblem, type Problem } from 'c/inspireProblem';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { LightningElement } from 'lwc';

/** Has the wire adapter of a panel ask again. */
export interface Refreshing {
  /** Takes in what the wire adapter has handed over. */
  note(provisioned: unknown): void;
  /** Several reasons to ask again at once are one call. Never rejects. */
  now(): Promise<void>;
  /** Waits for the call that is under way, if there is one. */
  ended(): Promise<void>;
  /** Tells the rest of the page that a record was changed from here. Never rejects. */
  tell(recordId: string): Promise<void>;
  /** From now on it is also asked when the page is refreshed and when its tab is looked at. */
  begin(component: LightningElement, withPage?: () => Promise<void>): void;
  end(): void;
}

/** `fail` hears why it could not be asked or told. */
export function createRefreshing(fail: (problem: Problem) => void): Refreshing {
  let last: unknown;
  let current: Promise<void> | undefined;
  let handler = 0;
  const ask = async (): Promise<void> => {
    try {
      await refreshApex(last);
    } catch (failure) {
      fail(readProblem(failure));
    }
  };
  const now = (): Promise<void> => {
    current ??= ask().finally(() => {
      current = undefined;
    });
    return current;
  };
  const nowIfSeen = (): void => {
    if (document.visibilityState === 'visible') void now();
  };
  return {
    note(provisioned) {
      last = provisioned;
    },
    now,
    ended: async () => current,
    async tell(recordId) {
      try {
        await notifyRecordUpdateAvailable([{ recordId }]);
      } catch (failure) {
        fail(readProblem(failure));
      }
    },
    begin(component, withPage = now) {
      handler = registerRefreshHandler(component, withPage);
      document.addEventListener('visibilitychange', nowIfSeen);
    },
    end() {
      unregisterRefreshHandler(handler);
      document.removeEventListener('visibilitychange', nowIfSeen);
    },
  };
}
