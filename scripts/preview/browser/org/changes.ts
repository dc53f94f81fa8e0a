type Listener = () => unknown;

const listeners = new Map<Listener, string>();

/** Calls `listener` when the record with this id has changed. @returns a function that ends it. */
export function onChange(recordId: string, listener: Listener): () => void {
  listeners.set(listener, recordId);
  return () => listeners.delete(listener);
}

/** Tells everything on the page that shows one of these records to read it again. */
export async function announceChanges(recordIds: readonly string[]): Promise<void> {
  const concerned = [...listeners].filter(([, id]) => recordIds.some((changed) => sameRecord(changed, id)));
  await Promise.all(concerned.map(([listener]) => listener()));
}

/** 15- and 18-character ids name the same record. */
export const sameRecord = (one: string, other: string): boolean => one.slice(0, 15) === other.slice(0, 15);
