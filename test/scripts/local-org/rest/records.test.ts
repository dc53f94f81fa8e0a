import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
});
afterAll(() => org.end());

test('a record created through jsforce is read, changed and deleted again', async () => {
  const created = await connection
    .sobject('Account')
    .create({ Name: 'Brunner Logistik', NumberOfEmployees: 240 });
  expect(created).toEqual({ id: expect.stringMatching(/^001.{15}$/), success: true, errors: [] });
  const id = created.id ?? '';
  await connection.sobject('Account').update({ Id: id, Industry: 'Transportation' });
  expect(await connection.sobject('Account').retrieve(id)).toMatchObject({
    attributes: { type: 'Account', url: `/services/data/v65.0/sobjects/Account/${id}` },
    Name: 'Brunner Logistik',
    Industry: 'Transportation',
    BillingAddress: null,
    CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/),
  });
  expect(await connection.sobject('Account').destroy(id)).toMatchObject({ id, success: true });
  await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

test('select(*) is answered from describe', async () => {
  await connection.sobject('Contact').create({ LastName: 'Okafor', FirstName: 'Ada' });
  const [contact] = await connection.sobject('Contact').find({ LastName: 'Okafor' }, '*');
  expect(contact).toMatchObject({ Name: 'Ada Okafor', DoNotCall: false });
});

test('identity is the user of the session', async () => {
  expect(await connection.identity()).toMatchObject({
    user_id: org.adminId,
    organization_id: org.orgId,
    username: 'admin@local.example',
  });
});
