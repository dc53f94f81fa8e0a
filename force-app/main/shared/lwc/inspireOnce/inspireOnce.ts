import { readProblem, type Problem } from 'c/inspireProblem';

/** What could not be done, and how to try the same again. */
export interface Failed {
  problem: Problem;
  retry: () => Promise<void>;
}

/** Does what is to be done; what is under way under the same key is not begun a second time. Never rejects. */
export type Once = (key: string, act: () => Promise<void>) => Promise<void>;

/** `fail` hears what could not be done. Trying again is the same act, with what it holds: the key of an intention, too. */
export function createOnce(fail: (failed: Failed) => void): Once {
  const underWay = new Set<string>();
  const once: Once = async (key, act) => {
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      await act();
    } catch (failure) {
      fail({ problem: readProblem(failure), retry: () => once(key, act) });
    } finally {
      underWay.delete(key);
    }
  };
  return once;
}
