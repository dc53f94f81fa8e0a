import { z } from 'zod';

/**
 * The service says what, the panel's labels say how: a clause is a stable code with the values that its sentence names,
 * so that sentences can be translated in the org. `Because Helena is CFO and you are in Negotiation.` is made of
 * `{code: 'buyerRole', values: ['Helena', 'CFO']}` and `{code: 'stage', values: ['Negotiation']}`.
 */
export const clauseSchema = z.strictObject({ code: z.string(), values: z.array(z.string()) });

export type Clause = z.infer<typeof clauseSchema>;
