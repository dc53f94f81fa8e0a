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
 * All of them at the same time. When one fails the others are waited for, so that what they have started can be stopped;
 * then the first failure is thrown.
 */
export async function together<Parts extends readonly unknown[]>(
  working: readonly [...{ [Index in keyof Parts]: Promise<Parts[Index]> }],
): Promise<{ -readonly [Index in keyof Parts]: Parts[Index] }> {
  await Promise.allSettled(working);
  return Promise.all(working);
}
