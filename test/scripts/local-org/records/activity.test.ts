import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let admin: Access;
let account = '';
let contact = '';
let deal = '';

const create = async (object: string, fields: Record<string, unknown>): Promise<string> => {
  const [result] = await org.records.create(admin, object, [fields]);
  if (!result?.id) throw new Error(JSON.stringify(result?.errors));
  return result.id;
};
const one = async (soql: string): Promise<Record<string, unknown> | undefined> =>
  (await org.records.query(admin, soql)).records[0];

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
  org.clock.moveTo(Temporal.Instant.from('2026-03-01T09:00:00Z'));
  account = await create('Account', { Name: 'Brunner' });
  contact = await create('Contact', { LastName: 'Okafor', AccountId: account });
  deal = await create('Opportunity', {
    Name: 'Deal',
    StageName: 'Prospecting',
    CloseDate: '2026-06-30',
    AccountId: account,
  });
});
afterAll(() => org.end());

test('a task takes its defaults, its account, and the time of its completion', async () => {
  const task = await create('Task', {
    Subject: 'Call',
    WhatId: deal,
    WhoId: contact,
    ActivityDate: '2026-02-20',
  });
  const fields = `SELECT Status, Priority, TaskSubtype, IsClosed, AccountId, CompletedDateTime, OwnerId FROM Task WHERE Id = '${task}'`;
  expect(await one(fields)).toMatchObject({
    Status: 'Not Started',
    Priority: 'Normal',
    TaskSubtype: 'Task',
    IsClosed: false,
    AccountId: account,
    CompletedDateTime: null,
    OwnerId: org.adminId,
  });
  expect(
    await one(`SELECT HasOpenActivity, LastActivityDate FROM Opportunity WHERE Id = '${deal}'`),
  ).toMatchObject({ HasOpenActivity: true, LastActivityDate: null });
  await org.records.update(admin, 'Task', [{ Id: task, Status: 'Completed' }]);
  expect(await one(fields)).toMatchObject({
    IsClosed: true,
    CompletedDateTime: '2026-03-01T09:00:00.000+0000',
  });
  for (const [object, id] of [
    ['Opportunity', deal],
    ['Account', account],
    ['Contact', contact],
  ] as const) {
    expect(await one(`SELECT LastActivityDate FROM ${object} WHERE Id = '${id}'`)).toMatchObject({
      LastActivityDate: '2026-02-20',
    });
  }
  expect(await one(`SELECT HasOpenActivity FROM Opportunity WHERE Id = '${deal}'`)).toMatchObject({
    HasOpenActivity: false,
  });
});

test('an event tells its end by its length, and its length by its end', async () => {
  const byLength = await create('Event', {
    Subject: 'Meet',
    ActivityDateTime: '2026-03-02T10:00:00Z',
    DurationInMinutes: 45,
  });
  expect(
    await one(`SELECT StartDateTime, EndDateTime, ActivityDate FROM Event WHERE Id = '${byLength}'`),
  ).toMatchObject({
    StartDateTime: '2026-03-02T10:00:00.000+0000',
    EndDateTime: '2026-03-02T10:45:00.000+0000',
    ActivityDate: '2026-03-02',
  });
  const byEnd = await create('Event', {
    Subject: 'Meet',
    StartDateTime: '2026-03-02T10:00:00Z',
    EndDateTime: '2026-03-02T12:00:00Z',
  });
  expect(await one(`SELECT DurationInMinutes FROM Event WHERE Id = '${byEnd}'`)).toMatchObject({
    DurationInMinutes: 120,
  });
  await org.records.update(admin, 'Event', [{ Id: byEnd, StartDateTime: '2026-03-03T10:00:00Z' }]);
  expect(await one(`SELECT EndDateTime FROM Event WHERE Id = '${byEnd}'`)).toMatchObject({
    EndDateTime: '2026-03-03T12:00:00.000+0000',
  });
  const [missing] = await org.records.create(admin, 'Event', [{ Subject: 'When?' }]);
  expect(missing?.errors).toMatchObject([{ statusCode: 'REQUIRED_FIELD_MISSING' }]);
});

test('an upsert by a key on Activity creates an activity once', async () => {
  const upsert = async (Status: string): Promise<unknown> =>
    (await org.records.upsert(admin, 'Task', 'Key__c', [{ Key__c: 'k:1', Subject: 'Once', Status }]))[0];
  expect(await upsert('Not Started')).toMatchObject({ created: true });
  expect(await upsert('Completed')).toMatchObject({ created: false });
  expect((await org.records.query(admin, "SELECT COUNT() FROM Task WHERE Key__c = 'k:1'")).totalSize).toBe(1);
  expect((await org.records.query(admin, "SELECT COUNT() FROM Task WHERE Key__c = 'K:1'")).totalSize).toBe(0);
});

test('two creations that race for one key end in one row and one DUPLICATE_VALUE', async () => {
  const race = Array.from({ length: 6 }, () =>
    org.records.create(admin, 'Task', [{ Key__c: 'raced', Subject: 'x' }]),
  );
  const results = (await Promise.all(race)).flat();
  expect(results.filter(({ success }) => success)).toHaveLength(1);
  expect(
    results
      .filter(({ success }) => !success)
      .every(({ errors }) => errors[0]?.statusCode === 'DUPLICATE_VALUE'),
  ).toBe(true);
});

test("a file goes to its record and its latest version is the document's", async () => {
  const connection = await org.connect();
  const VersionData = Buffer.from('one page').toString('base64');
  const version = await connection
    .sobject('ContentVersion')
    .create({ PathOnClient: 'story.pdf', VersionData, FirstPublishLocationId: deal });
  const link = await one(
    `SELECT ContentDocument.Title, ContentDocument.FileExtension, ContentDocument.LatestPublishedVersionId FROM ContentDocumentLink WHERE LinkedEntityId = '${deal}'`,
  );
  expect(link).toMatchObject({
    ContentDocument: { Title: 'story', FileExtension: 'pdf', LatestPublishedVersionId: version.id },
  });
  const data = await fetch(
    `${org.baseUrl}/services/data/v65.0/sobjects/ContentVersion/${version.id ?? ''}/VersionData`,
    {
      headers: { Authorization: `Bearer ${connection.accessToken ?? ''}` },
    },
  );
  expect(await data.text()).toBe('one page');
});

test('a deleted account takes deals, contacts and their activities along', async () => {
  await org.records.remove(admin, 'Account', [account]);
  for (const object of ['Account', 'Opportunity', 'Contact']) {
    expect((await org.records.query(admin, `SELECT COUNT() FROM ${object}`)).totalSize).toBe(0);
  }
  expect((await org.records.query(admin, "SELECT COUNT() FROM Task WHERE Subject = 'Call'")).totalSize).toBe(
    0,
  );
});
