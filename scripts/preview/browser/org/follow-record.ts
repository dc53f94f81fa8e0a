import { onChange } from './changes.ts';
import { registerRefreshHandler, unregisterRefreshHandler } from './refresh.ts';

/**
 * Loads at once, and again whenever the record changes or the page is refreshed.
 *
 * @returns a function that ends it
 */
export function followRecord(recordId: string, load: () => Promise<unknown>): () => void {
  const stop = onChange(recordId, load);
  const registration = registerRefreshHandler(undefined, load);
  void load();
  return () => {
    stop();
    unregisterRefreshHandler(registration);
  };
}
