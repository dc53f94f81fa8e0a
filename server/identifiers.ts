import { z } from 'zod';

/** The id of a Salesforce record, in the form that does not depend on case. */
export const salesforceIdSchema = z.string().regex(/^[a-zA-Z0-9]{18}$/, 'use the 18-character Salesforce id');

/** The name by which configuration refers to an entry; it never changes. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .max(80);
