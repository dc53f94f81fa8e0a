/** What kept the embedded database from starting, running or stopping, and what to do about it. */
export class PostgresError extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, what: string, remedy: string, cause?: unknown) {
    super(`${what} ${remedy}`, { cause });
    this.name = 'PostgresError';
    this.code = code;
    this.remedy = remedy;
  }
}
