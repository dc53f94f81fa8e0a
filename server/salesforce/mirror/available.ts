import { z } from 'zod';
import type { OrgConnection } from '../connection/open.ts';
import { SalesforceError } from '../problem.ts';
import { columnsOf } from './columns.ts';
import type { ObjectName } from './objects.ts';

const describeSchema = z.object({ fields: z.array(z.object({ name: z.string() })) });

/**
 * The mirrored fields that an org lacks, or hides from the integration user.
 * @throws what jsforce throws: NOT_FOUND for an object that the org lacks or hides
 */
export async function missingFields(
  { jsforce }: OrgConnection,
  sobject: ObjectName,
): Promise<readonly string[]> {
  const parsed = describeSchema.safeParse(await jsforce.request(`/sobjects/${sobject}/describe`));
  if (!parsed.success)
    throw new SalesforceError(
      'notSalesforce',
      `The description of ${sobject} can not be read.`,
      parsed.error,
    );
  const there = new Set(parsed.data.fields.map(({ name }) => name));
  return columnsOf(sobject)
    .map(({ name }) => name)
    .filter((name) => !there.has(name));
}
