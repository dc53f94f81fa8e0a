/** How long rows stay a process's that gives no sign of life any more. */
export const defaultLeaseMs = 30_000;

/**
 * Works on rows and goes on saying so meanwhile. That a sign of life fails is no failure of the work: at worst another process takes
 * the rows over, which is what every step is prepared for.
 */
export const holding = async <Result>(
  leaseMs: number,
  renew: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
