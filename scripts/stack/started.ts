/** What has been started so far; stopped in the opposite order. */
export type Started = AsyncDisposableStack;

/** Waits for a part and remembers how it is stopped. */
export async function keep<Part>(
  started: Started,
  starting: Promise<Part>,
  stop: (part: Part) => Promise<void>,
): Promise<Part> {
  const part = await starting;
  started.defer(() => stop(part));
  return part;
}

/**
 * Both at the same time. When one fails the other is waited for, so that what it has started can be stopped; then the
 * failure is thrown.
 */
export async function together<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<[Awaited<One>, Awaited<Other>]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
