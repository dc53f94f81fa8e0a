/** Asks again and again until the answer is yes. @throws Error after `patienceMs` */
export const until = async (
  what: string,
  patienceMs: number,
  isSo: () => Promise<boolean>,
  everyMs = 100,
): Promise<void> => {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within ${patienceMs / 1000} s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
