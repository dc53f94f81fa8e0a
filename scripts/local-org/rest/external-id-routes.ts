import { z } from 'zod';
import { notFound, SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import { bodyAs } from './body.ts';
import { type Call, type Parameters, type Reply, rootOf, type Route } from './call.ts';
import { faultsReply, pathFaultsReply, resultBody } from './results.ts';

const record = z.record(z.string(), z.unknown());

/** Records addressed by an external id: `sobjects/Account/Code__c/K1`, and the blobs of `sobjects/ContentVersion/068…/VersionData`. */
export const externalIdRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: 'sobjects/:object/:field/:value',
    handle: (call, parameters) =>
      blobOf(parameters) ? readBlob(call, parameters) : readOne(call, parameters),
  },
  {
    method: 'PATCH',
    pattern: 'sobjects/:object/:field/:value',
    handle: (call, parameters) => upsert(call, parameters),
  },
  {
    method: 'POST',
    pattern: 'sobjects/:object/:field/:value',
    handle: (call, parameters) => upsert(call, parameters),
  },
  {
    method: 'DELETE',
    pattern: 'sobjects/:object/:field/:value',
    handle: (call, parameters) => removeOne(call, parameters),
  },
];

const part = (parameters: Parameters, name: string): string => parameters[name] ?? '';

/** `068…/VersionData`: the field stands where the value of an external id would. */
const blobOf = (parameters: Parameters): boolean => normalId(part(parameters, 'field')) !== null;

async function readBlob(call: Call, parameters: Parameters): Promise<Reply> {
  const blob = await call.records.blob(
    call.access,
    part(parameters, 'object'),
    part(parameters, 'field'),
    part(parameters, 'value'),
  );
  if (!blob) throw notFound();
  return { status: 200, headers: { 'content-type': 'application/octetstream' }, bytes: blob };
}

/** The one row with the key; several are answered by their addresses. */
async function found(call: Call, parameters: Parameters): Promise<string | Reply | null> {
  const object = part(parameters, 'object');
  const ids = await call.records.holders(
    call.access,
    object,
    part(parameters, 'field'),
    part(parameters, 'value'),
  );
  if (ids.length <= 1) return ids[0] ?? null;
  return { status: 300, body: ids.map((id) => `${rootOf(call)}/sobjects/${object}/${id}`) };
}

async function readOne(call: Call, parameters: Parameters): Promise<Reply> {
  const id = await found(call, parameters);
  if (id === null) throw notFound();
  if (typeof id !== 'string') return id;
  const names = call.query.get('fields')?.split(',') ?? null;
  const [row] = await call.records.retrieve(
    call.access,
    part(parameters, 'object'),
    [id],
    names,
    `${rootOf(call)}/sobjects`,
  );
  if (!row) throw notFound();
  return { status: 200, body: row };
}

async function upsert(call: Call, parameters: Parameters): Promise<Reply> {
  const field = part(parameters, 'field');
  const given = bodyAs(record, call.body);
  if (Object.keys(given).some((name) => name.toLowerCase() === field.toLowerCase())) {
    throw new SalesforceError(
      'INVALID_FIELD',
      `The ${field} field should not be specified in the sobject data.`,
      [field],
    );
  }
  const several = field.toLowerCase() === 'id' ? null : await found(call, parameters);
  if (several !== null && typeof several !== 'string') return several;
  const keyed = { ...given, [field]: part(parameters, 'value') };
  const [result] = await call.records.upsert(call.access, part(parameters, 'object'), field, [keyed]);
  if (!result?.success) return faultsReply(result?.errors ?? []);
  return { status: result.created === true ? 201 : 200, body: resultBody(result) };
}

async function removeOne(call: Call, parameters: Parameters): Promise<Reply> {
  const id = await found(call, parameters);
  if (id === null) throw notFound();
  if (typeof id !== 'string') return id;
  const [result] = await call.records.remove(call.access, part(parameters, 'object'), [id]);
  return result?.success
    ? { status: 204 }
    : pathFaultsReply(result ?? { id: null, success: false, errors: [] });
}
