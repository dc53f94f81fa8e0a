import { z } from 'zod';
import { apiVersion, type OrgConnection } from '../connection/open.ts';
import { salesforceErrorOf } from '../fault.ts';
import type { Looked } from './observations.ts';

const partSchema = z.object({ referenceId: z.string(), httpStatusCode: z.int(), body: z.unknown() });
const compositeSchema = z.object({ compositeResponse: z.array(partSchema) });
const pageSchema = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const faultSchema = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

type Rows = Looked<Record<string, unknown>[]>;

const rowsIn = (part: z.infer<typeof partSchema> | undefined): Rows => {
  const page = pageSchema.safeParse(part?.body);
  if (part?.httpStatusCode === 200 && page.success) return { value: page.data.records };
  const fault = faultSchema.safeParse(part?.body).data?.[0];
  return { refused: fault ? `${fault.errorCode}: ${fault.message}` : 'The answer can not be read.' };
};

/** Asks up to five queries in one call. What the org refuses is told apart from what it answers; nothing is thrown. */
export const askTogether = async <Name extends string>(
  { jsforce }: OrgConnection,
  queries: Readonly<Record<Name, string>>,
): Promise<(name: Name) => Rows> => {
  const compositeRequest = Object.entries<string>(queries).map(([referenceId, soql]) => ({
    ...{ method: 'GET', referenceId },
    url: `/services/data/v${apiVersion}/query?q=${encodeURIComponent(soql)}`,
  }));
  try {
    const answer = await jsforce.requestPost('/composite', { allOrNone: false, compositeRequest });
    const { compositeResponse } = compositeSchema.parse(answer);
    return (name) => rowsIn(compositeResponse.find(({ referenceId }) => referenceId === name));
  } catch (error) {
    const { message } = salesforceErrorOf(error);
    return () => ({ refused: message });
  }
};

/** Reads what was looked up further; what does not have the expected shape counts as not looked up. */
export const readRows = <Value>({ value, refused }: Rows, row: z.ZodType<Value>): Looked<Value[]> => {
  if (value === undefined) return { refused: refused ?? '' };
  const rows = z.array(row).safeParse(value);
  return rows.success ? { value: rows.data } : { refused: 'The answer can not be read.' };
};

/** Goes on with what was looked up. */
export const then = <Value, Next>(
  { value, refused }: Looked<Value>,
  read: (value: Value) => Next,
): Looked<Next> => (value === undefined ? { refused: refused ?? '' } : { value: read(value) });
