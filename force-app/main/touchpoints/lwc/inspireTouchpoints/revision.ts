const writes = new Map<string, number>();

/** Remembers that something was written on a record: what the platform keeps of earlier answers is old from now on. */
export const noteWrite = (recordId: string): void => {
  writes.set(recordId, (writes.get(recordId) ?? 0) + 1);
};

/** Differs after each write, so that a panel that is opened again does not get an earlier answer. */
export const revisionOf = (recordId: string): string => {
  const count = writes.get(recordId);
  return count === undefined ? '' : `-${count}`;
};
