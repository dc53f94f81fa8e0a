import type { Database } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { QueriedRecord } from '../soql/record.ts';
import { type Call, rootOf, type Route } from './call.ts';
import { recentlyViewed } from './recent.ts';

const MAX = 200;

/** `recent`: what the user saw last in any object. */
export const recentRoutes = (db: Database, catalogue: Catalogue): readonly Route[] => [
  {
    method: 'GET',
    pattern: 'recent',
    handle: async (call) => {
      const asked = Number(call.query.get('limit') ?? MAX);
      const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX) : MAX;
      const seen = await recentlyViewed(db, call.access.userId, limit);
      const items = await Promise.all(
        seen.map(({ object, id }) => itemsOf(call, catalogue.object(object), [id])),
      );
      return { status: 200, body: items.flat() };
    },
  },
];

/** What the user saw last of one object. */
export async function recentItems(
  db: Database,
  call: Call,
  object: ObjectDefinition,
): Promise<QueriedRecord[]> {
  const seen = await recentlyViewed(db, call.access.userId, MAX, object.name);
  return itemsOf(
    call,
    object,
    seen.map(({ id }) => id),
  );
}

/** Id and name of records; those that are gone or closed meanwhile are left out. */
async function itemsOf(
  call: Call,
  object: ObjectDefinition | undefined,
  ids: readonly string[],
): Promise<QueriedRecord[]> {
  if (!object || ids.length === 0 || !call.access.object(object).read) return [];
  const names = [...object.fields.values()].filter(({ nameField }) => nameField).map(({ name }) => name);
  const found = await call.records.retrieve(
    call.access,
    object.name,
    ids,
    ['Id', ...names],
    `${rootOf(call)}/sobjects`,
  );
  return found.flatMap((record) => record ?? []);
}
