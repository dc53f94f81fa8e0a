const zero = '0'.charCodeAt(0);

/** A civil date as a number that keeps the order: 2026-11-22 → 20261122. */
export const dayNumber = (date: string): number => {
  let number = 0;
  for (let at = 0; at < date.length; at += 1) {
    const digit = date.charCodeAt(at) - zero;
    if (digit >= 0) number = 10 * number + digit;
  }
  return number;
};

export const firstDay = 0;
export const lastDay = 99_999_999;
