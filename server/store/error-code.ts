/** The code of a system error such as `ENOENT`, or of one that PostgreSQL sent; undefined for what carries none. */
export function errorCode(error: unknown): string | undefined {
  return Error.isError(error) && 'code' in error ? String(error.code) : undefined;
}
