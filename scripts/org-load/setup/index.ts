import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Account, Agent, Pipeline, Product } from '../clean/index.ts';
import type { Refusal } from '../org/bulk.ts';
import { readAll } from '../org/read.ts';
import { reconcile, type Wanted } from '../org/reconcile.ts';
import { CURRENCY, type Fields } from '../plan.ts';
import { membersOf, rolesOf, userFields } from './team.ts';

/** Ids of what deals hang on, by the names in the files. */
export interface Setup {
  agents: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
  /** Price book entries. */
  products: ReadonlyMap<string, string>;
}

type SetupFile = 'sales_teams.csv' | 'accounts.csv' | 'products.csv';

/** What was written and what the org refused, added up over steps. */
export interface Tally {
  changes: number;
  /** Told with the name in the file. */
  refused: { file: SetupFile; name: string; reason: string }[];
}

/** Makes the org have the team, the products and the accounts of a pipeline. `company` names the users' addresses. */
export async function ensureSetup(
  connection: Connection,
  pipeline: Pipeline,
  company: string,
): Promise<{ setup: Setup; tally: Tally }> {
  const tally: Tally = { changes: 0, refused: [] };
  const agents = await ensureTeam(connection, pipeline.agents, company, tally);
  const products = await ensureProducts(connection, pipeline.products, tally);
  const accounts = await ensureAccounts(connection, pipeline.accounts, tally);
  return { setup: { agents, products, accounts }, tally };
}

type Name = (fields: Fields) => string;

async function step(
  connection: Connection,
  tally: Tally,
  file: SetupFile,
  nameOf: Name,
  wanted: Wanted,
): Promise<ReadonlyMap<string, string>> {
  const { ids, changes, refused } = await reconcile(connection, wanted);
  tally.changes += changes - refused.length;
  tally.refused.push(
    ...refused.map(({ fields, reason }: Refusal) => ({ file, name: nameOf(fields), reason })),
  );
  return ids;
}

const named = z.object({ Id: z.string(), Name: z.string() });

/** @throws Error naming what the org does not have */
async function idOf(connection: Connection, object: string, name: string): Promise<string> {
  const rows = await readAll(connection, `SELECT Id, Name FROM ${object}`, named);
  const id = rows.find((row) => row.Name === name)?.Id;
  if (id === undefined) throw new Error(`The org has no ${object} called "${name}".`);
  return id;
}

async function ensureTeam(
  connection: Connection,
  agents: readonly Agent[],
  company: string,
  tally: Tally,
): Promise<ReadonlyMap<string, string>> {
  const members = membersOf(agents, company);
  const nameOf: Name = ({ Username }) =>
    members.find(({ username }) => username === Username)?.name ?? String(Username);
  const roles = new Map<string, string>();
  for (const level of rolesOf(agents)) {
    const rows = level.map(({ developerName, name, parent }) => ({
      DeveloperName: developerName,
      Name: name,
      ...(parent === null ? {} : { ParentRoleId: roles.get(parent) ?? '' }),
    }));
    const ids = await step(connection, tally, 'sales_teams.csv', ({ Name }) => String(Name), {
      object: 'UserRole',
      key: ['DeveloperName'],
      rows,
    });
    for (const [role, id] of ids) roles.set(role, id);
  }
  const ProfileId = await idOf(connection, 'Profile', 'Standard User');
  const users = new Map<string, string>();
  for (const isManager of [true, false]) {
    const rows = members
      .filter(({ manager }) => (manager === null) === isManager)
      .map((member) => ({
        ...userFields(member),
        ProfileId,
        ...(member.role === null ? {} : { UserRoleId: roles.get(member.role) ?? '' }),
        ...(member.manager === null ? {} : { ManagerId: users.get(member.manager) ?? '' }),
      }));
    const ids = await step(connection, tally, 'sales_teams.csv', nameOf, {
      object: 'User',
      key: ['Username'],
      rows,
    });
    for (const [username, id] of ids) users.set(username, id);
  }
  await assign(connection, members, users, tally);
  return new Map(
    members.flatMap(({ name, username }) => (users.has(username) ? [[name, users.get(username) ?? '']] : [])),
  );
}

type Members = ReturnType<typeof membersOf>;

/** Everybody gets the panels. */
async function assign(
  connection: Connection,
  members: Members,
  users: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  const sets = new Map<string, string>();
  for (const name of new Set(members.map(({ permissionSet }) => permissionSet)))
    sets.set(name, await idOf(connection, 'PermissionSet', name));
  const rows = members.flatMap(({ username, permissionSet }) => {
    const AssigneeId = users.get(username);
    return AssigneeId === undefined ? [] : [{ AssigneeId, PermissionSetId: sets.get(permissionSet) ?? '' }];
  });
  const wanted = { object: 'PermissionSetAssignment', key: ['AssigneeId', 'PermissionSetId'], rows };
  const nameOf: Name = ({ AssigneeId }) =>
    members.find(({ username }) => users.get(username) === AssigneeId)?.name ?? '';
  await step(connection, tally, 'sales_teams.csv', nameOf, wanted);
}

async function ensureProducts(
  connection: Connection,
  products: readonly Product[],
  tally: Tally,
): Promise<ReadonlyMap<string, string>> {
  const nameOf: Name = ({ Source_Key__c: key }) => String(key);
  const ids = await step(connection, tally, 'products.csv', nameOf, {
    object: 'Product2',
    key: ['Source_Key__c'],
    rows: products.map(({ product, series }) => ({
      Source_Key__c: product,
      Name: product,
      ...(series === '' ? {} : { Family: series }),
      IsActive: true,
    })),
  });
  const Pricebook2Id = await idOf(connection, 'Pricebook2', 'Standard Price Book');
  const priced = products.filter(({ product }) => ids.has(product));
  const entries = await step(connection, tally, 'products.csv', ({ Product2Id }) => String(Product2Id), {
    object: 'PricebookEntry',
    key: ['Product2Id'],
    where: `Pricebook2Id = '${Pricebook2Id}' AND CurrencyIsoCode = '${CURRENCY}'`,
    rows: priced.map(({ product, sales_price }) => ({
      Pricebook2Id,
      Product2Id: ids.get(product) ?? '',
      UnitPrice: sales_price,
      CurrencyIsoCode: CURRENCY,
      IsActive: true,
    })),
  });
  return new Map(
    priced.flatMap(({ product }) =>
      entries.has(ids.get(product) ?? '') ? [[product, entries.get(ids.get(product) ?? '') ?? '']] : [],
    ),
  );
}

/** The files tell revenue in millions: 2,822 people do not live on 1,100. */
const MILLION = 1_000_000;

function accountFields({
  account,
  sector,
  year_established,
  revenue,
  employees,
  office_location,
}: Account): Fields {
  return {
    Source_Key__c: account,
    Name: account,
    CurrencyIsoCode: CURRENCY,
    ...(sector === '' ? {} : { Industry: sector }),
    ...(year_established === null ? {} : { YearStarted: String(year_established) }),
    ...(revenue === null ? {} : { AnnualRevenue: Math.round(revenue * MILLION) }),
    ...(employees === null ? {} : { NumberOfEmployees: employees }),
    ...(office_location === '' ? {} : { BillingCountry: office_location }),
  };
}

async function ensureAccounts(
  connection: Connection,
  accounts: readonly Account[],
  tally: Tally,
): Promise<ReadonlyMap<string, string>> {
  const nameOf: Name = ({ Source_Key__c: key }) => String(key);
  const wanted = { object: 'Account', key: ['Source_Key__c'], where: 'Source_Key__c != null' };
  const ids = await step(connection, tally, 'accounts.csv', nameOf, {
    ...wanted,
    rows: accounts.map(accountFields),
  });
  const subsidiaries = accounts.flatMap(({ account, subsidiary_of }) => {
    const ParentId = ids.get(subsidiary_of);
    return ParentId === undefined || !ids.has(account) ? [] : [{ Source_Key__c: account, ParentId }];
  });
  await step(connection, tally, 'accounts.csv', nameOf, { ...wanted, rows: subsidiaries });
  return ids;
}
