type Handler = () => Promise<unknown>;

const handlers = new Map<number, Handler>();
let lastId = 0;

/** Part of a record page that reads its data again when the page is refreshed. @returns its registration. */
export function registerRefreshHandler(_context: unknown, handler: Handler): number {
  handlers.set(++lastId, handler);
  return lastId;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** What a standard related list does after it has saved something: everything on the page reads its data again. */
export async function refreshView(): Promise<void> {
  await Promise.all([...handlers.values()].map((handler) => handler()));
}
