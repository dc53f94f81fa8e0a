import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { columnsOf, mirrorTable } from '../../../server/salesforce/mirror/columns.ts';
import { salesforceErrorOf } from '../../../server/salesforce/fault.ts';
import type { ObjectName } from '../../../server/salesforce/mirror/objects.ts';
import {
  openConnection,
  type OrgConnection,
  readStates,
  type SyncState,
  syncTurn,
  type TurnEnd,
} from '../../../server/salesforce/index.ts';
import type { FaultPlan } from '../../../scripts/local-org/faults/plan.ts';
import { testOrg, type TestOrg } from '../../scripts/local-org/support/org.ts';
import { freshStore, type TestStore } from '../../support/postgres.ts';

const project = fileURLToPath(new URL('../../../force-app', import.meta.url));

/** A local org with the project's own fields, a store, and the service's connection between the two. */
export interface InStep {
  org: TestOrg;
  storage: TestStore;
  connection: OrgConnection;
  /** One turn, late enough that everything is due; fails as the worker would note it. */
  turn: () => Promise<TurnEnd>;
  /** Sets what goes wrong in the org. */
  faults: (plan: Partial<FaultPlan>) => Promise<void>;
  state: (sobject: ObjectName) => Promise<SyncState | undefined>;
  /** Turns until everything is live and nothing new came. */
  catchUp: () => Promise<void>;
  /** Rows of an object as the mirror has them, and as the org answers them; both by id. */
  mirror: (sobject: ObjectName) => Promise<unknown[]>;
  end: () => Promise<void>;
}

export async function inStep(): Promise<InStep> {
  const [org, storage] = await Promise.all([testOrg({ additionalMetadata: [project] }), freshStore()]);
  await storage.addOrganization({ orgId: org.orgId });
  await org.connectedApps.register({ clientId: 'service', clientSecret: 's3cret', runAs: org.adminId });
  const url = org.baseUrl;
  const connection = openConnection(
    {
      ...{ orgId: org.orgId, instanceUrl: url, loginUrl: url, clientId: 'service', username: null },
      credential: { kind: 'clientCredentials', clientSecret: 's3cret' },
    },
    { now: () => new Date() },
  );
  const token = await org.sessions.open(org.adminId);
  const { store } = storage;
  let minutes = 0;
  const turn = () =>
    syncTurn({ store, connection, now: () => new Date(Date.now() + 600_000 * (minutes += 1)) });
  const states = () => store.inTenant(org.orgId, (tenant) => readStates(tenant, org.orgId));
  const isLive = async () => (await states()).every(({ phase }) => phase === 'live');
  return {
    ...{ org, storage, connection },
    turn: () =>
      turn().catch((error: unknown) => {
        throw salesforceErrorOf(error);
      }),
    faults: async (plan) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${url}/local-org/faults`, {
        ...{ method: 'PUT', headers, body: JSON.stringify(plan) },
      });
      if (!response.ok) throw new Error(await response.text());
    },
    state: async (sobject) => (await states()).find((state) => state.sobject === sobject),
    catchUp: async () => {
      do await turn();
      while (!(await isLive()));
      await turn();
    },
    mirror: async (sobject) => {
      const columns = sql.join(columnsOf(sobject).map(({ name }) => sql.id(name)));
      const query = sql`select ${columns} from ${mirrorTable(sobject)} order by "Id"`;
      return (await store.inTenant(org.orgId, (tenant) => query.execute(tenant))).rows;
    },
    end: async () => {
      await Promise.all([org.end(), storage.close()]);
    },
  };
}
