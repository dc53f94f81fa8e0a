import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InaccessibleFieldsError } from '../../../../scripts/local-org/errors.ts';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';
import { makeUser } from '../support/people.ts';

let org: TestOrg;
let admin: Access;
let rep: Access;

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
  const repId = await makeUser(org, { name: 'rep' });
  const grants = await org.records.query(
    admin,
    "SELECT Id FROM FieldPermissions WHERE Parent.Profile.Name = 'Standard User' AND Field IN ('Opportunity.Amount', 'Account.Industry', 'Account.BillingAddress')",
  );
  await org.records.remove(
    admin,
    'FieldPermissions',
    grants.records.map((record) => String(record['Id'])),
  );
  rep = await org.records.accessOf(repId);
  await org.records.create(rep, 'Opportunity', [
    { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-01-31' },
  ]);
});
afterAll(() => org.end());

test('over the API a hidden field does not exist', async () => {
  await expect(org.records.query(rep, 'SELECT Amount FROM Opportunity')).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
    message: expect.stringContaining("No such column 'Amount' on entity 'Opportunity'"),
  });
  await expect(org.records.query(rep, 'SELECT Id FROM Opportunity WHERE Amount > 1')).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
  });
  await expect(org.records.query(rep, 'SELECT BillingCity FROM Account')).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
  });
});

test('in Apex user mode a query names every hidden field of all its objects', async () => {
  const asked = org.records.query(
    rep,
    'SELECT Name, Amount, Secret__c, Account.Industry, (SELECT Id FROM OpportunityContactRoles) FROM Opportunity WHERE Id != null',
    { binds: {}, naming: 'apex' },
  );
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InaccessibleFieldsError);
  expect((error as InaccessibleFieldsError).inaccessible).toEqual([
    'Opportunity.Amount',
    'Opportunity.Secret__c',
    'Account.Industry',
  ]);
});

test('describe and retrieve leave hidden fields out', async () => {
  const connection = await org.connect(rep.userId);
  const { fields } = await connection.sobject('Opportunity').describe();
  expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['StageName', 'Challenge__c']));
  expect(fields.map(({ name }) => name)).not.toContain('Amount');
  const [deal] = (await connection.query('SELECT Id FROM Opportunity')).records;
  const record = await connection.sobject('Opportunity').retrieve(String(deal?.Id));
  expect(record).not.toHaveProperty('Amount');
});

test('a hidden field cannot be written, a custom one without a grant neither', async () => {
  const results = await org.records.create(rep, 'Opportunity', [
    { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31', Amount: 1 },
    { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31', Secret__c: 'x' },
  ]);
  expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual(['INVALID_FIELD', 'INVALID_FIELD']);
});

test('an object without a grant does not exist, and a permission set opens it', async () => {
  const set = (
    await org.records.query(
      admin,
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${rep.userId}'`,
    )
  ).records[0]?.['Id'];
  await org.records.remove(admin, 'PermissionSetAssignment', [String(set)]);
  const without = await org.records.accessOf(rep.userId);
  await expect(org.records.query(without, 'SELECT Id FROM Invoice__c')).rejects.toMatchObject({
    errorCode: 'INVALID_TYPE',
  });
  expect(without.customPermissions.has('May_Sell')).toBe(false);
  const seller = (await org.records.query(admin, "SELECT Id FROM PermissionSet WHERE Name = 'Seller'"))
    .records[0]?.['Id'];
  await org.records.create(admin, 'PermissionSetAssignment', [
    { PermissionSetId: seller, AssigneeId: rep.userId },
  ]);
  const again = await org.records.accessOf(rep.userId);
  expect((await org.records.query(again, 'SELECT Id FROM Invoice__c')).totalSize).toBe(0);
  expect(again.customPermissions.has('May_Sell')).toBe(true);
});
