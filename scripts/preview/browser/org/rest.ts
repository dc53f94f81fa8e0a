import { z } from 'zod/mini';
import { login, session } from './session.ts';

export const apiPath = '/services/data/v65.0';

const faults = z.array(
  z.object({ message: z.string(), errorCode: z.string(), fields: z.optional(z.array(z.string())) }),
);

/** A refusal of the org, in its own words. */
export class OrgError extends Error {
  readonly code: string;
  readonly fields: readonly string[];
  constructor(status: number, body: unknown) {
    const fault = faults.safeParse(body).data?.[0];
    super(fault?.message ?? `The org answered with status ${status} and no explanation. Reload the page.`);
    this.code = fault?.errorCode ?? 'UNKNOWN_EXCEPTION';
    this.fields = fault?.fields ?? [];
  }
}

/** A record that is not there, or not for this user: what `lightning/uiRecordApi` reports. */
export class RecordMissing extends Error {
  readonly status = 404;
  readonly body: { message: string };
  constructor(recordId: string) {
    super(`The record ${recordId} does not exist, or it is not shared with you.`);
    this.body = { message: this.message };
  }
}

/** The text to show for anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One REST call as the user of this session; an expired access token is renewed once. */
export async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await send(method, path, body);
  if (answer.status !== 401) return read(answer);
  await login(session.user.id);
  return read(await send(method, path, body));
}

const send = (method: string, path: string, body: unknown) =>
  fetch(apiPath + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new OrgError(answer.status, body);
  return body;
}

const page = z.object({ records: z.array(z.unknown()), totalSize: z.number() });

/** All rows of the first page of a query (2,000 at most), each checked against `row`. */
export async function query<Row extends z.ZodMiniType>(soql: string, row: Row): Promise<z.output<Row>[]> {
  const { records } = page.parse(await call('GET', `/query?q=${encodeURIComponent(soql)}`));
  return z.array(row).parse(records);
}
const created = z.object({ id: z.string() });

/** @returns the new record's id. */
export const createRecord = async (sobject: string, fields: Fields): Promise<string> =>
  created.parse(await call('POST', `/sobjects/${sobject}`, fields)).id;

export const updateRecord = (sobject: string, id: string, fields: Fields): Promise<unknown> =>
  call('PATCH', `/sobjects/${sobject}/${id}`, fields);

export const deleteRecord = (sobject: string, id: string): Promise<unknown> =>
  call('DELETE', `/sobjects/${sobject}/${id}`);

export type FieldValue = string | number | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;
