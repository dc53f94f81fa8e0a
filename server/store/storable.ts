/**
 * Where a value holds text that PostgreSQL cannot store: the NUL character, or half of a surrogate pair. Neither can be
 * typed; both come with broken files.
 */
export function unstorable(value: unknown, path: PropertyKey[] = []): PropertyKey[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  const steps: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [step, inner] of steps) {
    const named = typeof step !== 'string' || isStorable(step);
    const found = named ? unstorable(inner, [...path, step]) : path;
    if (found) return found;
  }
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
