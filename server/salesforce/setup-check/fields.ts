import { z } from 'zod';
import type { OrgConnection } from '../connection/open.ts';
import { salesforceErrorOf } from '../fault.ts';
import { columnsOf } from '../mirror/columns.ts';
import type { Looked } from './observations.ts';

const describeSchema = z.object({ fields: z.array(z.object({ name: z.string(), createable: z.boolean() })) });

/** What the service itself fills in. */
const filledIn: ReadonlySet<string> = new Set(['Task.Inspire_Key__c', 'Event.Inspire_Key__c']);

const hiddenIn = async (
  { jsforce }: OrgConnection,
  sobject: 'Task' | 'Event' | 'Opportunity',
): Promise<string[]> => {
  const { fields } = describeSchema.parse(await jsforce.request(`/sobjects/${sobject}/describe`));
  const isThere = (name: string): boolean =>
    fields.some(
      (field) => field.name === name && (field.createable || !filledIn.has(`${sobject}.${field.name}`)),
    );
  return columnsOf(sobject)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('Inspire_') && !isThere(name))
    .map((name) => `${sobject}.${name}`);
};

/** Own fields that the integration user does not see, or may not fill in although the service does. */
export const lookAtFields = async (connection: OrgConnection): Promise<Looked<string[]>> => {
  try {
    const hidden = await Promise.all(
      (['Opportunity', 'Task', 'Event'] as const).map((sobject) => hiddenIn(connection, sobject)),
    );
    return { value: hidden.flat() };
  } catch (error) {
    return { refused: salesforceErrorOf(error).message };
  }
};
