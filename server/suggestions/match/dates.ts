/** Reads civil dates as numbers that keep their order (2026-11-22 → 20261122); each distinct date is read once. */
export type DateReader = (date: string) => number;

export const dateReader = (): DateReader => {
  const read = new Map<string, number>();
  return (date) => {
    const known = read.get(date);
    if (known !== undefined) return known;
    const number = Number(date.replaceAll('-', ''));
    read.set(date, number);
    return number;
  };
};

export const firstDay = 0;
export const lastDay = 99_999_999;
