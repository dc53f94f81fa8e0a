import { z } from 'zod';
import type { Database } from '../database.ts';
import { notFound, SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { describeGlobal, describeObject, describeSummary } from '../schema/describe.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { bodyAs } from './body.ts';
import { type Call, type Parameters, type Reply, rootOf, type Route } from './call.ts';
import { unmodifiedSince } from './conditional.ts';
import { recentItems } from './recent-routes.ts';
import { faultsReply, pathFaultsReply } from './results.ts';

const record = z.record(z.string(), z.unknown());
const recordType = z
  .object({ Id: z.string(), Name: z.string(), DeveloperName: z.string(), IsActive: z.boolean() })
  .transform((row) => ({
    id: row.Id,
    name: row.Name,
    developerName: row.DeveloperName,
    active: row.IsActive,
  }));

/** Describe, and single records by id or by external id. */
export function sobjectRoutes(db: Database, catalogue: Catalogue): readonly Route[] {
  const object = ({ access }: Call, parameters: Parameters): ObjectDefinition => {
    const name = parameters['object'] ?? '';
    const found = catalogue.object(name);
    if (found && access.object(found).read) return found;
    throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist');
  };
  return [
    {
      method: 'GET',
      pattern: 'sobjects',
      handle: (call) => ({ status: 200, body: describeGlobal(catalogue, call.access, rootOf(call)) }),
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object',
      handle: async (call, parameters) => {
        const found = object(call, parameters);
        const objectDescribe = describeSummary(call.access, found, rootOf(call));
        return { status: 200, body: { objectDescribe, recentItems: await recentItems(db, call, found) } };
      },
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe',
      handle: (call, parameters) => describe(catalogue, call, object(call, parameters)),
    },
    {
      method: 'POST',
      pattern: 'sobjects/:object',
      handle: (call, parameters) => create(call, object(call, parameters)),
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/:id',
      handle: (call, parameters) => read(call, object(call, parameters), parameters['id'] ?? ''),
    },
    {
      method: 'PATCH',
      pattern: 'sobjects/:object/:id',
      handle: (call, parameters) => update(call, object(call, parameters), parameters['id'] ?? ''),
    },
    {
      method: 'DELETE',
      pattern: 'sobjects/:object/:id',
      handle: (call, parameters) => remove(call, object(call, parameters), parameters['id'] ?? ''),
    },
  ];
}

async function describe(catalogue: Catalogue, call: Call, object: ObjectDefinition): Promise<Reply> {
  const soql =
    'SELECT Id, Name, DeveloperName, IsActive FROM RecordType WHERE SobjectType = :object ORDER BY Name';
  const { records } = await call.records.query(call.access, soql, { binds: { object: object.name } });
  const types = z.array(recordType).parse(records);
  return { status: 200, body: describeObject(catalogue, call.access, object, rootOf(call), types) };
}

async function create(call: Call, object: ObjectDefinition): Promise<Reply> {
  const given = bodyAs(record, call.body);
  if (Object.keys(given).some((name) => name.toLowerCase() === 'id')) {
    throw new SalesforceError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.', [
      'Id',
    ]);
  }
  const [result] = await call.records.create(call.access, object.name, [given]);
  if (!result?.success) return faultsReply(result?.errors ?? []);
  return {
    status: 201,
    headers: { location: `${rootOf(call)}/sobjects/${object.name}/${result.id ?? ''}` },
    body: { id: result.id, success: true, errors: [] },
  };
}

function idIn(path: string): string {
  const id = normalId(path);
  if (id) return id;
  throw notFound(`Provided external ID field does not exist or is not accessible: ${path}`);
}

/** `?fields=Id,Name`, or null for all. */
const fieldsOf = (call: Call): string[] | null =>
  call.query
    .get('fields')
    ?.split(',')
    .filter((name) => name.trim() !== '') ?? null;

async function read(call: Call, object: ObjectDefinition, path: string): Promise<Reply> {
  const [found] = await call.records.retrieve(
    call.access,
    object.name,
    [idIn(path)],
    fieldsOf(call),
    `${rootOf(call)}/sobjects`,
  );
  if (!found) throw notFound();
  return { status: 200, body: found };
}

async function update(call: Call, object: ObjectDefinition, path: string): Promise<Reply> {
  const changed = { ...bodyAs(record, call.body), Id: idIn(path) };
  const [result] = await call.records.update(call.access, object.name, [changed], {
    unmodifiedSince: unmodifiedSince(call),
  });
  return result?.success ? { status: 204 } : pathFaultsReply(result ?? nothing);
}

async function remove(call: Call, object: ObjectDefinition, path: string): Promise<Reply> {
  const [result] = await call.records.remove(call.access, object.name, [idIn(path)]);
  return result?.success ? { status: 204 } : pathFaultsReply(result ?? nothing);
}

const nothing = { id: null, success: false, errors: [] };
