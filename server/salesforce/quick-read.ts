import { sql } from 'kysely';
import { z } from 'zod';
import type { Store, Tenant } from '../store/index.ts';

/** The org's callout ends after five seconds; what a page can do without takes no more than a part of them. */
const patience = sql.raw("'1500ms'");

/** PostgreSQL's code for a statement that took longer than it may. */
const cancelled = z.object({ code: z.literal('57014') });

/**
 * Reads what a page can do without.
 * @returns undefined when reading takes longer than a page can wait
 */
export const readQuickly = async <Result>(
  store: Store,
  orgId: string,
  read: (tenant: Tenant) => Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await store.inTenant(orgId, async (tenant) => {
      await sql`set local statement_timeout = ${patience}`.execute(tenant);
      return read(tenant);
    });
  } catch (error) {
    if (cancelled.safeParse(error).success) return undefined;
    throw error;
  }
};
