import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';

const rootSchema = z.object({ identity: z.url() });

/** What the first call to an org tells. */
export interface Entry {
  /** The integration user. */
  userId: string;
  /** Seconds by which the org's clock is ahead. */
  skewSeconds: number;
}

/** `…/id/00D…/005…` */
const userIn = (identity: string): string => identity.split('/').at(-1) ?? '';

/** The org's clock against the middle of the time that the call took. */
const skewOf = (date: string | null, asked: Date, answered: Date): number => {
  if (date === null) return 0;
  const middle = (asked.getTime() + answered.getTime()) / 2;
  return Math.round((Date.parse(date) - middle) / 1000);
};

/** @throws SalesforceError when the org does not let the service in, or does not answer as one */
export const enterOrg = async (connection: OrgConnection, now: () => Date): Promise<Entry> => {
  const asked = now();
  const response = await connection.open(
    `/services/data/v${apiVersion}/`,
    AbortSignal.timeout(connection.patience),
  );
  const answered = now();
  const text = await response.text();
  const root = rootSchema.safeParse(response.ok && text.startsWith('{') ? JSON.parse(text) : undefined);
  if (!root.success)
    throw new SalesforceError(
      'notSalesforce',
      `${response.status} ${response.statusText}`.trim(),
      root.error,
    );
  return {
    userId: userIn(root.data.identity),
    skewSeconds: skewOf(response.headers.get('date'), asked, answered),
  };
};
