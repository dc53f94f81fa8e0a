import { sql } from 'kysely';
import { publishConfiguration } from '../../../server/content/index.ts';
import type { FactConfiguration } from '../../../server/journey/index.ts';
import type { Store, Tenant } from '../../../server/store/index.ts';
import { enroll, type EnrollRequest } from '../../../server/touchpoints/engine/enroll.ts';
import { engineTurn } from '../../../server/touchpoints/engine/turn.ts';
import { readCadenceLibrary } from '../../../server/content/index.ts';
import { openWorld, type World } from '../sync/world.ts';
import { cadences } from './deals.ts';
import { openStore } from '../../../server/store/index.ts';

const enrollments = 10_000;
const atATime = 500;
const configuration: FactConfiguration = { factSources: [], stageMap: [] };

const onFault = (_fault: unknown, error: unknown): never => {
  throw error;
};

/** A Monday, long before the holiday. */
const now = new Date('2027-03-01T08:00:00Z');
/** The Thursday of that week. */
const holiday = '2027-03-04';

const recordId = (number: number): string => `006BENCH${String(number).padStart(7, '0')}AAA`;

/** They begin on the days of one week, so that some have a Task on the holiday itself. */
const requestOf = (cadence: EnrollRequest['cadence'], number: number, ownerId: string): EnrollRequest => ({
  ...{ cadence, version: 1, recordId: recordId(number), accountId: undefined, recordAt: now },
  record: {
    ...{
      ownerId,
      stageName: 'Qualification',
      stageKeys: ['*:Qualification'],
      isClosed: false,
      isDeleted: false,
    },
    ...{ anchors: {}, contacts: [], team: [], values: {} },
  },
  ...{ startedBy: 'stage', userId: undefined, startedOn: `2027-03-0${1 + (number % 5)}`, anchorDates: {} },
});

const fill = async (store: Store, { orgId, adminId }: World): Promise<void> => {
  for (let from = 0; from < enrollments; from += atATime)
    await store.atLength(orgId, async (tenant) => {
      const { cadences: live } = await readCadenceLibrary(tenant, orgId);
      const [version] = live;
      if (!version) throw new Error('No cadence is live.');
      const requests = Array.from({ length: atATime }, (_, at) =>
        requestOf(version.cadence, from + at, adminId),
      );
      await enroll(tenant, orgId, requests, now);
    });
};

interface Marks {
  dates: Map<string, string>;
  /** Touchpoints with a Task that the outbox is to write. */
  tasks: Map<string, string>;
}

const marks = async (tenant: Tenant): Promise<Marks> => {
  const rows = await sql<{
    id: string;
    due: string | null;
  }>`select id, due_on as due from touchpoint`.execute(tenant);
  const tasks = await sql<{ key: string; said: string }>`
    select key, revision || ' ' || fields::text as said from outbox_write
  `.execute(tenant);
  return {
    dates: new Map(rows.rows.map(({ id, due }) => [id, due ?? ''])),
    tasks: new Map(tasks.rows.map(({ key, said }) => [key, said])),
  };
};

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number =>
  [...after].filter(([key, value]) => before.get(key) !== value).length;

const addHoliday = (store: Store, orgId: string): Promise<unknown> =>
  store.inTenant(orgId, async (tenant) => {
    await sql`
      insert into mirror_holiday (org_id, "Id", "Name", "ActivityDate", "IsAllDay", "IsRecurrence", "SystemModstamp")
      values (${orgId}, '0C0BENCH00000001AAA', 'Founders’ day', ${holiday}, true, false, now())
    `.execute(tenant);
    await sql`
      insert into mirror_change (org_id, sobject, record_id) values (${orgId}, 'Holiday', '0C0BENCH00000001AAA')
    `.execute(tenant);
  });

const turns = async (store: Store, orgId: string): Promise<void> => {
  const parts = { store, now: () => now, factConfigurationOf: () => Promise.resolve(configuration), onFault };
  while (await engineTurn(parts, orgId));
};

/** Rows that the database says were written since an instant. */
const writtenSince = async (tenant: Tenant, since: Date): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from touchpoint where updated_at > ${since}
  `.execute(tenant);
  return rows[0]?.count ?? 0;
};

/** 10,000 stored enrolments of eight steps, planned again by the engine after a holiday was added. */
export const measureStoredReplan = async () => {
  const world = await openWorld();
  const store = openStore({ url: world.connections.url, onError: () => undefined });
  const { orgId } = world;
  try {
    await publishConfiguration(store, orgId, 'operator', { cadences }, 'bench');
    await fill(store, world);
    await turns(store, orgId);
    const before = await store.atLength(orgId, marks);
    const since = new Date();
    await addHoliday(store, orgId);
    await turns(store, orgId);
    const after = await store.atLength(orgId, marks);
    return {
      seconds: (Date.now() - since.getTime()) / 1000,
      movedRows: differing(before.dates, after.dates),
      rowsWritten: await store.atLength(orgId, (tenant) => writtenSince(tenant, since)),
      tasksWritten: differing(before.tasks, after.tasks),
      tasksMoved: [...after.tasks].filter(([key]) => {
        const id = key.split(':')[0] ?? '';
        return before.dates.get(id) !== after.dates.get(id);
      }).length,
    };
  } finally {
    await store.close();
    await world.end();
  }
};
