import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';
import { makeRole, makeUser } from '../support/people.ts';

let org: TestOrg;
let admin: Access;
let boss: Access;
let rep: Access;
let peer: Access;
let lineManager: Access;
let account = '';
let deal = '';

const create = async (access: Access, object: string, fields: Record<string, unknown>): Promise<string> => {
  const [result] = await org.records.create(access, object, [fields]);
  if (!result?.id) throw new Error(JSON.stringify(result?.errors));
  return result.id;
};
const dealFields = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-01-31' };
const names = async (access: Access, object: string): Promise<unknown[]> =>
  (await org.records.query(access, `SELECT Name FROM ${object} ORDER BY Name`)).records.map(
    (record) => record['Name'],
  );

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
  const top = await makeRole(org, 'Head of Sales');
  const below = await makeRole(org, 'Seller', top);
  const bossId = await makeUser(org, { name: 'boss', role: top });
  const lineManagerId = await makeUser(org, { name: 'linemanager', role: below });
  const repId = await makeUser(org, { name: 'rep', role: below, manager: lineManagerId });
  const peerId = await makeUser(org, { name: 'peer', role: below });
  [boss, rep, peer, lineManager] = (await Promise.all(
    [bossId, repId, peerId, lineManagerId].map((id) => org.records.accessOf(id)),
  )) as [Access, Access, Access, Access];
  account = await create(admin, 'Account', { Name: 'Shared account' });
  await create(admin, 'Account', { Name: 'Hidden account' });
  await create(admin, 'Contact', { LastName: 'Okafor', AccountId: account });
  deal = await create(rep, 'Opportunity', dealFields);
});
afterAll(() => org.end());

test('owners and those above them in the role hierarchy see a deal; peers and ManagerId do not', async () => {
  expect(await names(rep, 'Opportunity')).toEqual(['Deal']);
  expect(await names(boss, 'Opportunity')).toEqual(['Deal']);
  expect(await names(peer, 'Opportunity')).toEqual([]);
  expect(await names(lineManager, 'Opportunity')).toEqual([]);
  expect(await names(admin, 'Opportunity')).toEqual(['Deal']);
});

test("a deal opens its account and the account's contacts to read, not to change", async () => {
  expect(await names(rep, 'Account')).toEqual([]);
  await org.records.update(admin, 'Opportunity', [{ Id: deal, AccountId: account }]);
  expect(await names(rep, 'Account')).toEqual(['Shared account']);
  expect(await names(rep, 'Contact')).toEqual(['Okafor']);
  const [result] = await org.records.update(rep, 'Account', [{ Id: account, Name: 'Mine now' }]);
  expect(result?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
});

test('what hangs on a deal follows it', async () => {
  await create(rep, 'OpportunityCompetitor', { OpportunityId: deal, CompetitorName: 'Rival' });
  const count = async (access: Access, object: string): Promise<number> =>
    (await org.records.query(access, `SELECT COUNT() FROM ${object}`)).totalSize;
  for (const object of ['OpportunityCompetitor', 'OpportunityHistory']) {
    expect(await count(rep, object)).toBeGreaterThan(0);
    expect(await count(peer, object)).toBe(0);
  }
  const [result] = await org.records.create(peer, 'OpportunityCompetitor', [
    { OpportunityId: deal, CompetitorName: 'x' },
  ]);
  expect(result?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }]);
});

test('a team member sees the deal, and changes it only with that access', async () => {
  const member = await create(rep, 'OpportunityTeamMember', { OpportunityId: deal, UserId: peer.userId });
  expect(await names(peer, 'Opportunity')).toEqual(['Deal']);
  const change = async (): Promise<boolean | undefined> =>
    (await org.records.update(peer, 'Opportunity', [{ Id: deal, NextStep: 'x' }]))[0]?.success;
  expect(await change()).toBe(false);
  await org.records.update(rep, 'OpportunityTeamMember', [{ Id: member, OpportunityAccessLevel: 'Edit' }]);
  expect(await change()).toBe(true);
  const [removed] = await org.records.remove(peer, 'Opportunity', [deal]);
  expect(removed?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  await org.records.remove(rep, 'OpportunityTeamMember', [member]);
  expect(await names(peer, 'Opportunity')).toEqual([]);
});

test('readers of a deal read its tasks; only the owner changes them', async () => {
  const task = await create(rep, 'Task', { Subject: 'Call', WhatId: deal });
  const other = await create(peer, 'Task', { Subject: 'Mine' });
  const member = await create(rep, 'OpportunityTeamMember', { OpportunityId: deal, UserId: peer.userId });
  const subjects = async (access: Access): Promise<unknown[]> =>
    (await org.records.query(access, 'SELECT Subject FROM Task ORDER BY Subject')).records.map(
      (record) => record['Subject'],
    );
  expect(await subjects(peer)).toEqual(['Call', 'Mine']);
  const [changed] = await org.records.update(peer, 'Task', [{ Id: task, Status: 'Completed' }]);
  expect(changed?.success).toBe(false);
  await org.records.remove(admin, 'OpportunityTeamMember', [member]);
  expect(await subjects(peer)).toEqual(['Mine']);
  expect(await subjects(rep)).toEqual(['Call']);
  await org.records.remove(admin, 'Task', [task, other]);
});

test('UserRecordAccess answers for any user by the same rules', async () => {
  const soql = `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :user AND RecordId IN :ids`;
  const ask = async (user: Access): Promise<unknown[]> =>
    (await org.records.query(admin, soql, { binds: { user: user.userId, ids: [deal, account] } })).records;
  expect(await ask(rep)).toMatchObject([
    {
      RecordId: deal,
      HasReadAccess: true,
      HasEditAccess: true,
      HasDeleteAccess: true,
      MaxAccessLevel: 'All',
    },
    { RecordId: account, HasReadAccess: true, HasEditAccess: false, MaxAccessLevel: 'Read' },
  ]);
  expect(await ask(peer)).toMatchObject([
    { HasReadAccess: false, MaxAccessLevel: 'None' },
    { HasReadAccess: false },
  ]);
  await expect(org.records.query(admin, 'SELECT RecordId FROM UserRecordAccess')).rejects.toMatchObject({
    errorCode: 'MALFORMED_QUERY',
  });
});

test('an organization-wide default of Read opens deals to all, to change only to the owner', async () => {
  await org.records.setOrganizationWideDefault('Opportunity', 'Read');
  const now = await org.records.accessOf(peer.userId);
  expect(await names(now, 'Opportunity')).toEqual(['Deal']);
  const [changed] = await org.records.update(now, 'Opportunity', [{ Id: deal, NextStep: 'x' }]);
  expect(changed?.success).toBe(false);
  await org.records.setOrganizationWideDefault('Opportunity', 'None');
});

test('a parent that the user may not read is null in the answer', async () => {
  const mine = await create(admin, 'Opportunity', { ...dealFields, Name: 'Own', OwnerId: peer.userId });
  const hidden = await create(admin, 'Campaign', { Name: 'Closed campaign' });
  await org.records.update(admin, 'Opportunity', [{ Id: mine, CampaignId: hidden }]);
  await org.records.setOrganizationWideDefault('Campaign', 'None');
  const page = await org.records.query(
    await org.records.accessOf(peer.userId),
    "SELECT CampaignId, Campaign.Name FROM Opportunity WHERE Name = 'Own'",
  );
  expect(page.records).toMatchObject([{ CampaignId: hidden, Campaign: null }]);
});
