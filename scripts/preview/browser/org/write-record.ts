import { announceChanges } from './changes.ts';
import { objectOf } from './describe.ts';
import type { RecordFields } from './record-fields.ts';
import * as rest from './rest.ts';

/** Makes a record as this user. @throws what the UI API answers when the org refuses it */
export async function createRecord({
  apiName,
  fields,
}: {
  apiName: string;
  fields: rest.Fields;
}): Promise<RecordFields> {
  const id = await orRefused(rest.createRecord(apiName, fields));
  return writtenAs(apiName, id, fields);
}

/** Changes a record as this user, and everything on the page that shows it. @throws as `createRecord` */
export async function updateRecord({ fields }: { fields: rest.Fields }): Promise<RecordFields> {
  const { Id, ...changes } = fields;
  const id = String(Id);
  const apiName = await objectOf(id);
  await orRefused(rest.updateRecord(apiName, id, changes));
  await announceChanges([id]);
  return writtenAs(apiName, id, changes);
}

const writtenAs = (apiName: string, id: string, fields: rest.Fields): RecordFields => ({
  apiName,
  id,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]),
  ),
});

/** A refusal as the UI API words it: a headline that says little, and below it what is wrong with record and fields. */
class Refusal extends Error {
  readonly status = 400;
  readonly body: object;
  constructor({ code: errorCode, message, fields }: rest.OrgError) {
    super(message);
    const fault = { errorCode, message };
    const fieldErrors = Object.fromEntries(fields.map((field) => [field, [{ ...fault, field }]]));
    this.body = {
      message: 'An error occurred while trying to update the record. Please try again.',
      output: { errors: fields.length === 0 ? [fault] : [], fieldErrors },
    };
  }
}

async function orRefused<Value>(writing: Promise<Value>): Promise<Value> {
  try {
    return await writing;
  } catch (error) {
    throw error instanceof rest.OrgError ? new Refusal(error) : error;
  }
}
