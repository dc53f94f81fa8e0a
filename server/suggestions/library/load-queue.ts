/** Loads by key, one at a time for each key. */
export interface LoadQueue<Value> {
  /** The load that runs, or one that begins now. */
  joined: (key: string) => Promise<Value>;
  /**
   * A load that begins now or later, never one that runs already: what was written before the call is in it. Those who
   * come while a load runs share the one after it.
   */
  fresh: (key: string) => Promise<Value>;
}

export const createLoadQueue = <Value>(load: (key: string) => Promise<Value>): LoadQueue<Value> => {
  const running = new Map<string, Promise<Value>>();
  const waiting = new Map<string, Promise<Value>>();

  const start = (key: string): Promise<Value> => {
    const loading = load(key).finally(() => running.delete(key));
    running.set(key, loading);
    return loading;
  };

  const startAfter = async (key: string, former: Promise<Value>): Promise<Value> => {
    await former.catch(() => undefined);
    waiting.delete(key);
    return start(key);
  };

  const fresh = (key: string): Promise<Value> => {
    const former = running.get(key);
    if (!former) return start(key);
    const next = waiting.get(key) ?? startAfter(key, former);
    waiting.set(key, next);
    return next;
  };

  return { joined: (key) => running.get(key) ?? fresh(key), fresh };
};
