import type { Kysely } from 'kysely';
import { openDatabase } from './database.ts';
import { type ErasedPerson, erasePerson } from './erase.ts';
import type { Store } from './store.ts';
import type { Database, OrganizationEnvironment, OrganizationKey } from './tables.ts';

/** An org that may call the service. */
export interface Organization {
  /** 18 characters. */
  orgId: string;
  name: string;
  environment: OrganizationEnvironment;
  /** At most two. Those past their expiry do not count. */
  keys: OrganizationKey[];
  /** SHA-256 of the second factor, base64url. */
  secondFactorHash: string | null;
}

const columns = ['org_id', 'name', 'environment', 'keys', 'second_factor_hash'] as const;

interface Row {
  org_id: string;
  name: string;
  environment: OrganizationEnvironment;
  keys: OrganizationKey[];
  second_factor_hash: string | null;
}

const organizationOf = (row: Row): Organization => ({
  orgId: row.org_id,
  name: row.name,
  environment: row.environment,
  keys: row.keys,
  secondFactorHash: row.second_factor_hash,
});

/**
 * The registration of the org that a call claims to come from, before that is proven. The claim itself is the tenant of
 * this one read, so that not even a forged claim makes another org's registration visible, or a list of them.
 */
export async function findOrganization(
  store: Store,
  claimedOrgId: string,
): Promise<Organization | undefined> {
  const row = await store.inTenant(claimedOrgId, (tenant) =>
    tenant.selectFrom('organization').select(columns).where('org_id', '=', claimedOrgId).executeTakeFirst(),
  );
  return row && organizationOf(row);
}

/** How the service reaches an org. */
export interface StoredConnection {
  orgId: string;
  instanceUrl: string;
  loginUrl: string;
  clientId: string;
  username: string | null;
  /** The credential, encrypted for this org. */
  sealedSecret: string;
}

/** What an operator does with registrations, as the role that owns the tables. */
export interface Registry {
  list(): Promise<Organization[]>;
  /** Registers an org or replaces its registration. */
  register(organization: Organization): Promise<void>;
  /** Notes how the service reaches a registered org, or replaces that. */
  connect(connection: StoredConnection): Promise<void>;
  /** Removes an org with everything that is stored for it. */
  purge(orgId: string): Promise<void>;
  /** @returns how many rows were removed or changed */
  erasePerson(orgId: string, person: ErasedPerson): Promise<number>;
  close(): Promise<void>;
}

/** @param ownerUrl `DATABASE_OWNER_URL` */
export function openRegistry(ownerUrl: string): Registry {
  const db = openDatabase<Database>({ url: ownerUrl, size: 1 });
  return {
    list: async () =>
      (await db.selectFrom('organization').select(columns).orderBy('org_id').execute()).map(organizationOf),
    register: (organization) => register(db, organization),
    connect: (connection) => connect(db, connection),
    purge: async (orgId) => {
      await db.deleteFrom('organization').where('org_id', '=', orgId).execute();
    },
    erasePerson: (orgId, person) => erasePerson(db, orgId, person),
    close: () => db.destroy(),
  };
}

async function register(db: Kysely<Database>, organization: Organization): Promise<void> {
  const values = {
    name: organization.name,
    environment: organization.environment,
    keys: JSON.stringify(organization.keys),
    second_factor_hash: organization.secondFactorHash,
    updated_at: new Date(),
  };
  await db
    .insertInto('organization')
    .values({ org_id: organization.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute();
}

async function connect(db: Kysely<Database>, connection: StoredConnection): Promise<void> {
  const values = {
    instance_url: connection.instanceUrl,
    login_url: connection.loginUrl,
    client_id: connection.clientId,
    username: connection.username,
    sealed_secret: connection.sealedSecret,
    problem: null,
    connected_at: new Date(),
    updated_at: new Date(),
  };
  await db
    .insertInto('salesforce_connection')
    .values({ org_id: connection.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute();
}
