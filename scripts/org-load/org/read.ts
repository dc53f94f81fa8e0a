import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Stored } from '../plan.ts';

const MANY = 10_000_000;

/** All rows of a query, in the shape of `schema`. */
export async function readAll<Row>(
  connection: Connection,
  soql: string,
  schema: z.ZodType<Row>,
): Promise<Row[]> {
  const result = await connection.query(soql, { autoFetch: true, maxFetch: MANY });
  return result.records.map((record) => schema.parse(record));
}

const dealRow = z.object({
  Source_Key__c: z.string(),
  StageName: z.string(),
  CloseDate: z.string(),
  Amount: z.number().nullable(),
  Name: z.string(),
  OwnerId: z.string(),
  AccountId: z.string().nullable(),
});
const lineRow = z.object({ Source_Key__c: z.string(), UnitPrice: z.number() });

/** The deals that were loaded before, with the price of their product. */
export async function readStored(connection: Connection): Promise<Stored> {
  const deals = await readAll(
    connection,
    'SELECT Source_Key__c, StageName, CloseDate, Amount, Name, OwnerId, AccountId FROM Opportunity WHERE Source_Key__c != null',
    dealRow,
  );
  const lines = await readAll(
    connection,
    'SELECT Source_Key__c, UnitPrice FROM OpportunityLineItem WHERE Source_Key__c != null',
    lineRow,
  );
  return {
    deals: new Map(deals.map(({ Source_Key__c: key, ...deal }) => [key, deal])),
    prices: new Map(lines.map(({ Source_Key__c: key, UnitPrice }) => [key, UnitPrice])),
  };
}

const industryField = z.object({
  name: z.string(),
  picklistValues: z.array(z.object({ value: z.string() })).nullable(),
});

/** The values that the org has for Account.Industry. */
export async function readIndustries(connection: Connection): Promise<string[]> {
  const { fields } = await connection.sobject('Account').describe();
  const field = fields.map((each) => industryField.parse(each)).find(({ name }) => name === 'Industry');
  return (field?.picklistValues ?? []).map(({ value }) => value);
}
