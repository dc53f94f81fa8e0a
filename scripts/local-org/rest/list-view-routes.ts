import { notFound } from '../errors.ts';
import { longId, normalId } from '../ids.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { type Call, type Parameters, type Reply, rootOf, type Route } from './call.ts';

/** Fields that a view shows beside the name, where the object has them. */
const SHOWN = ['OwnerId', 'StageName', 'CloseDate', 'Status', 'ActivityDate', 'CreatedDate'];
const PREFIX = '00B';

/** Each object has one list view, of all its rows: nobody can make others here. */
export function listViewRoutes(catalogue: Catalogue): readonly Route[] {
  const object = ({ access }: Call, { object: name = '' }: Parameters): ObjectDefinition => {
    const found = catalogue.object(name);
    if (found && access.object(found).read) return found;
    throw notFound();
  };
  const viewed = (call: Call, parameters: Parameters): ObjectDefinition => {
    const found = object(call, parameters);
    if (normalId(parameters['id'] ?? '') === viewId(found)) return found;
    throw notFound();
  };
  return [
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews',
      handle: (call, parameters) => listed(call, object(call, parameters)),
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews/:id/describe',
      handle: (call, parameters) => described(call, viewed(call, parameters)),
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews/:id/results',
      handle: (call, parameters) => answered(call, viewed(call, parameters)),
    },
  ];
}

const viewId = ({ prefix }: ObjectDefinition): string => longId(`${PREFIX}LO0000000${prefix}`);
const nameOf = ({ name }: ObjectDefinition): string => `All${name}`;

/** The query behind a list view's id, or null if it is none. */
export function queryOfView(catalogue: Catalogue, access: Access, id: string): string | null {
  const object = catalogue.objects.find((each) => viewId(each) === normalId(id));
  return object && access.object(object).read ? queryOf(access, object) : null;
}

function shownFields(access: Access, object: ObjectDefinition): FieldDefinition[] {
  const fields = [...object.fields.values()];
  const shown = [
    ...fields.filter(({ nameField }) => nameField),
    ...SHOWN.flatMap((name) => object.fields.get(name.toLowerCase()) ?? []),
  ];
  return shown.filter((field) => access.canRead(object, field));
}

const queryOf = (access: Access, object: ObjectDefinition): string =>
  `SELECT ${[...shownFields(access, object).map(({ name }) => name), 'Id'].join(', ')} FROM ${object.name} ORDER BY Id ASC NULLS FIRST`;

function listed(call: Call, object: ObjectDefinition): Reply {
  const address = `${rootOf(call)}/sobjects/${object.name}/listviews`;
  const id = viewId(object);
  const view = {
    id,
    developerName: nameOf(object),
    label: `All ${object.labelPlural}`,
    soqlCompatible: true,
    url: `${address}/${id}`,
    describeUrl: `${address}/${id}/describe`,
    resultsUrl: `${address}/${id}/results`,
  };
  const body = { done: true, listviews: [view], nextRecordsUrl: null, size: 1, sobjectType: object.name };
  return { status: 200, body };
}

const columns = (access: Access, object: ObjectDefinition): object[] =>
  shownFields(access, object).map((field) => ({
    ascendingLabel: null,
    descendingLabel: null,
    fieldNameOrPath: field.name,
    hidden: false,
    label: field.label,
    searchable: false,
    selectListItem: field.name,
    sortDirection: null,
    sortIndex: null,
    sortable: true,
    type: field.type,
  }));

const described = ({ access }: Call, object: ObjectDefinition): Reply => ({
  status: 200,
  body: {
    columns: columns(access, object),
    id: viewId(object),
    orderBy: [{ fieldNameOrPath: 'Id', nullsPosition: 'first', sortDirection: 'ascending' }],
    query: queryOf(access, object),
    relatedEntityId: null,
    scope: 'everything',
    scopeEntityId: null,
    sobjectType: object.name,
    whereCondition: null,
  },
});

const DEFAULT_ROWS = 25;
const MAX_ROWS = 2000;

async function answered(call: Call, object: ObjectDefinition): Promise<Reply> {
  const { access, query } = call;
  const asked = Number(query.get('limit') ?? DEFAULT_ROWS);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_ROWS) : DEFAULT_ROWS;
  const soql = `${queryOf(access, object)} LIMIT ${limit}`;
  const { records } = await call.records.query(access, soql);
  return {
    status: 200,
    body: {
      columns: columns(access, object),
      developerName: nameOf(object),
      done: true,
      id: viewId(object),
      label: `All ${object.labelPlural}`,
      records: records.map((record) => ({ columns: cells(access, object, record) })),
      size: records.length,
    },
  };
}

const cells = (
  access: Access,
  object: ObjectDefinition,
  record: Readonly<Record<string, unknown>>,
): object[] =>
  [...shownFields(access, object).map(({ name }) => name), 'Id'].map((name) => ({
    fieldNameOrPath: name,
    value: record[name] ?? null,
  }));
