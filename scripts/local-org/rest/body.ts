import type { z } from 'zod';
import { SalesforceError } from '../errors.ts';

/** The body of a call in the shape that the route wants; the first fault by its place. */
export function bodyAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new SalesforceError(
    'JSON_PARSER_ERROR',
    `${place === '' ? 'The body' : place}: ${issue?.message ?? 'unexpected'}`,
  );
}
