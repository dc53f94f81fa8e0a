/** Milliseconds that a call took. */
export const timed = <Result>(call: () => Result): { readonly ms: number; readonly result: Result } => {
  const start = performance.now();
  const result = call();
  return { ms: performance.now() - start, result };
};

export const timedAsync = async <Result>(
  call: () => Promise<Result>,
): Promise<{ readonly ms: number; readonly result: Result }> => {
  const start = performance.now();
  const result = await call();
  return { ms: performance.now() - start, result };
};
