import { randomBytes } from 'node:crypto';
import type { Connection } from 'jsforce';
import { sql } from 'kysely';
import { type ConfigurationSet, publishConfiguration } from '../../../server/content/index.ts';
import type { FactConfiguration } from '../../../server/journey/index.ts';
import { deliverTurn } from '../../../server/salesforce/outbox/index.ts';
import { storeAccess } from '../../../server/salesforce/index.ts';
import type { TurnParts } from '../../../server/touchpoints/engine/parts.ts';
import { engineTurn } from '../../../server/touchpoints/engine/turn.ts';
import type { TestStore } from '../../support/postgres.ts';
import { type InStep, inStep } from '../salesforce/in-step.ts';

/** A touchpoint as tests look at it. */
export interface SeenTouchpoint {
  step: string;
  state: string;
  due: string | null;
  taskId: string | null;
  reason: string | null;
  pinned: string | null;
}

/** The engine between a store and a local org, and what tests do to both ends. */
export interface Engine extends InStep {
  /** As a rep, with the administrator's rights. */
  rep: Connection;
  publish: (set: ConfigurationSet) => Promise<void>;
  /** Mirror, engine and outbox take turns until nothing is left to do. */
  settle: () => Promise<void>;
  /** A minute goes by in the org. */
  later: () => void;
  /** Turns of the engine alone until there is nothing left. */
  plan: () => Promise<void>;
  /** Touchpoints of a record in the order of their steps' days. */
  touchpointsOf: (recordId: string) => Promise<SeenTouchpoint[]>;
  enrollmentsOf: (
    recordId: string,
  ) => Promise<{ key: string; state: string; reason: string | null; iteration: number }[]>;
  deal: (fields?: Record<string, unknown>) => Promise<string>;
  /** What the engine works with. */
  parts: TurnParts;
  /** The engine's clock; the org has its own. */
  clock: { now: Date };
}

const configuration: FactConfiguration = { factSources: [], stageMap: [] };

const onFault = (_fault: unknown, error: unknown): never => {
  throw error;
};

/** What tests see of enrolments and touchpoints. */
const looksInto = ({ store }: TestStore, orgId: string): Pick<Engine, 'touchpointsOf' | 'enrollmentsOf'> => {
  const query = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    (await store.inTenant(orgId, (tenant) => statement.execute(tenant))).rows;
  return {
    touchpointsOf: (recordId) =>
      query(sql<SeenTouchpoint>`
        select step_id as step, touch.state, due_on as due, task_id as "taskId", touch.reason ->> 'code' as reason,
          pinned_on as pinned
        from touchpoint touch join cadence_enrollment enrollment on enrollment.id = touch.enrollment_id
        where record_id = ${recordId} order by enrollment.id, touch.id
      `),
    enrollmentsOf: (recordId) =>
      query(sql<{ key: string; state: string; reason: string | null; iteration: number }>`
        select cadence_key as key, state, reason ->> 'code' as reason, iteration from cadence_enrollment
        where record_id = ${recordId} order by id
      `),
  };
};

export async function engine(): Promise<Engine> {
  const step = await inStep();
  const { org, storage, connection } = step;
  const { store } = storage;
  const url = { orgId: org.orgId, instanceUrl: org.baseUrl, loginUrl: org.baseUrl };
  const credential = { kind: 'clientCredentials', clientSecret: 's3cret' } as const;
  await storeAccess(
    storage.registry,
    { ...url, clientId: 'service', username: null, credential },
    randomBytes(32),
  );
  const rep = await org.connect();
  const clock = { now: new Date() };
  const parts = {
    store,
    now: () => clock.now,
    factConfigurationOf: () => Promise.resolve(configuration),
    onFault,
  };
  const plan = async (): Promise<void> => {
    while (await engineTurn(parts, org.orgId));
  };
  let minutes = 0;
  // Salesforce keeps when something changed to the second, and the outbox lets a row settle: a minute lies between all we do.
  const later = (): void => {
    minutes += 1;
    org.clock.skewBy(60 * minutes);
  };
  const deliver = (): Promise<number> => {
    later();
    return deliverTurn({ store, connection, now: () => new Date(Date.now() + 3_600_000 * minutes) });
  };
  const deliverAll = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) if ((await deliver()) === 0) return;
    throw new Error('The outbox has something to write after twenty turns.');
  };
  return {
    ...{ ...step, rep, clock, plan, later, parts },
    publish: async (set) => {
      await publishConfiguration(store, org.orgId, 'operator', set, 'test');
    },
    settle: async () => {
      await step.catchUp();
      await plan();
      await deliverAll();
      await step.catchUp();
      await plan();
    },
    ...looksInto(storage, org.orgId),
    deal: async (fields = {}) => {
      const { id } = await rep.create('Opportunity', {
        ...{ Name: 'Brunner – 240 vehicles', StageName: 'Prospecting', CloseDate: '2026-12-31', ...fields },
      });
      return id ?? '';
    },
  };
}
