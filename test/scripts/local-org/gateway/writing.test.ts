import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGateway } from '../../../../scripts/local-org/gateway/index.ts';
import { problemOf, type Selling, startSelling } from './selling.ts';

let selling: Selling;
let rep: string;
let deal: string;
let account: string;

beforeAll(async () => {
  selling = await startSelling();
  rep = await selling.person('rep', 'Inspire_Rep');
  account = await selling.create('Account', { Name: 'Brunner Logistik' }, rep);
  deal = await selling.create(
    'Opportunity',
    { Name: 'Vans', StageName: 'Prospecting', CloseDate: '2027-03-31' },
    rep,
  );
});
afterAll(() => selling.end());

const write = (operation: string, writes: unknown, userId = rep): Promise<string> => {
  selling.service.answer(JSON.stringify({ answer: { reactionId: 'r1' }, writes }));
  return selling.gateway.write({ userId, operation, recordId: deal, input: '{}' });
};
const query = async (soql: string) =>
  (await selling.org.records.query(await selling.org.records.accessOf(rep), soql)).records;
const sharedTask = (key: string) => [
  {
    sobject: 'Task',
    key,
    fields: { Subject: 'Shared: Cost of standing still', Status: 'Completed', WhatId: deal },
  },
];

describe('a write', () => {
  test('is called first, then written as the user, and answers only what is for the panel', async () => {
    expect(await write('react', sharedTask('k1:Task'))).toBe('{"reactionId":"r1"}');

    expect(
      await query("SELECT Subject, OwnerId, WhatId, CreatedById FROM Task WHERE Inspire_Key__c = 'k1:Task'"),
    ).toMatchObject([
      { Subject: 'Shared: Cost of standing still', OwnerId: rep, WhatId: deal, CreatedById: rep },
    ]);
  });

  test('that is repeated writes the same task once', async () => {
    await write('react', sharedTask('k2:Task'));
    await write('react', sharedTask('k2:Task'));

    expect(await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k2:Task'")).toHaveLength(1);
  });

  test('leaves alone what the owner changed meanwhile', async () => {
    await write('react', sharedTask('k3:Task'));
    const [task] = await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k3:Task'");
    await selling.org.records.update(await selling.org.records.accessOf(rep), 'Task', [
      { Id: task?.['Id'], Subject: 'Sent to Helena' },
    ]);
    await write('react', sharedTask('k3:Task'));

    expect(await query("SELECT Subject FROM Task WHERE Inspire_Key__c = 'k3:Task'")).toMatchObject([
      { Subject: 'Sent to Helena' },
    ]);
  });

  test('does not bring back what the owner deleted', async () => {
    await write('react', sharedTask('k4:Task'));
    const [task] = await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k4:Task'");
    await selling.org.records.remove(await selling.org.records.accessOf(rep), 'Task', [String(task?.['Id'])]);
    await write('react', sharedTask('k4:Task'));

    expect(await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k4:Task'")).toEqual([]);
  });

  test('changes a field of the record', async () => {
    await write('fillFact', [{ sobject: 'Opportunity', id: deal, fields: { Inspire_Challenge__c: 'Cost' } }]);

    expect(await query(`SELECT Inspire_Challenge__c FROM Opportunity WHERE Id = '${deal}'`)).toMatchObject([
      { Inspire_Challenge__c: 'Cost' },
    ]);
  });

  test('knows objects and fields in any case', async () => {
    await write('fillFact', [{ sobject: 'opportunity', id: deal, fields: { inspire_challenge__C: 'Risk' } }]);

    expect(await query(`SELECT Inspire_Challenge__c FROM Opportunity WHERE Id = '${deal}'`)).toMatchObject([
      { Inspire_Challenge__c: 'Risk' },
    ]);
  });

  test('writes text as the type of the field', async () => {
    await write('fillFact', [{ sobject: 'Account', id: account, fields: { NumberOfEmployees: '500' } }]);
    await write('recordChangeDecision', [
      { sobject: 'Opportunity', id: deal, fields: { Inspire_Change_Decision_Date__c: '2026-02-28' } },
    ]);

    expect(await query(`SELECT NumberOfEmployees FROM Account WHERE Id = '${account}'`)).toMatchObject([
      { NumberOfEmployees: 500 },
    ]);
    expect(
      await query(`SELECT Inspire_Change_Decision_Date__c FROM Opportunity WHERE Id = '${deal}'`),
    ).toMatchObject([{ Inspire_Change_Decision_Date__c: '2026-02-28' }]);
  });
});

describe('a write is refused', () => {
  test.each([
    ['a word for a number', 'fillFact', 'Account', 'NumberOfEmployees', 'many'],
    ['a part of one for a whole number', 'fillFact', 'Account', 'NumberOfEmployees', '1.5'],
    ['a list for text', 'fillFact', 'Account', 'Industry', ['Banking']],
    ['a day that is none', 'react', 'Task', 'ActivityDate', '2026-02-30'],
    ['a word for an id', 'react', 'Task', 'WhatId', 'somebody'],
  ])('for %s', async (_, operation, sobject, field, value) => {
    const row = {
      sobject,
      fields: { [field]: value },
      ...(sobject === 'Task' ? { key: 'k8' } : { id: account }),
    };
    const problem = await problemOf(write(operation, [row]));
    expect(problem).toMatchObject({ status: 422, code: 'writeValueInvalid' });
    expect(problem.detail).toContain(`${sobject}.${field}`);
  });

  test.each([
    ['something that is no list', 1],
    ['something that is no row', [1]],
    ['a row without fields', [{ sobject: 'Opportunity', id: '006' }]],
    ['a row that names no field', [{ sobject: 'Opportunity', id: '006', fields: {} }]],
  ])('for %s', async (_, writes) => {
    expect(await problemOf(write('fillFact', writes))).toMatchObject({
      status: 502,
      code: 'serviceAnswerInvalid',
    });
  });

  test.each([
    ['a field that the operation does not allow', { sobject: 'Opportunity', fields: { Amount: 1 } }],
    ['an object that the operation does not allow', { sobject: 'User', fields: { IsActive: false } }],
    ['an id of another object', { sobject: 'Account', fields: { Industry: 'Banking' } }],
  ])('for %s', async (_, row) => {
    const problem = await problemOf(write('fillFact', [{ ...row, id: deal }]));
    expect(problem).toMatchObject({ status: 403, code: 'writeNotAllowed' });
  });

  test('whole: one row that is not allowed leaves the others unwritten', async () => {
    const rows = [...sharedTask('k5:Task'), { sobject: 'Opportunity', id: deal, fields: { Amount: 1 } }];
    expect(await problemOf(write('react', rows))).toMatchObject({ code: 'writeNotAllowed' });

    expect(await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k5:Task'")).toEqual([]);
  });

  test('whole: one row that Salesforce refuses undoes the others', async () => {
    const [good] = sharedTask('k6:Task');
    const rows = [good, { sobject: 'Task', key: 'k7:Task', fields: { Subject: 'x'.repeat(256) } }];
    expect(await problemOf(write('react', rows))).toMatchObject({ status: 422, code: 'writeFailed' });

    expect(await query("SELECT Id FROM Task WHERE Inspire_Key__c = 'k6:Task'")).toEqual([]);
  });

  test('when the user may read the record but not change it', async () => {
    const reader = await selling.person('reader', 'Inspire_Rep');
    await selling.create('OpportunityTeamMember', {
      OpportunityId: deal,
      UserId: reader,
      OpportunityAccessLevel: 'Read',
    });
    const rows = [{ sobject: 'Opportunity', id: deal, fields: { Inspire_Challenge__c: 'Risk' } }];

    const problem = await problemOf(write('fillFact', rows, reader));

    expect(problem).toMatchObject({ code: 'writeFailed' });
    expect(problem.detail).toContain('INSUFFICIENT_ACCESS');
    expect(selling.service.requests.at(-1)?.facts.access).toEqual({ edit: false, createTask: true });
  });

  test('through an operation that only reads', async () => {
    const call = { userId: rep, operation: 'suggestions', recordId: deal, input: '{}' };
    expect(await problemOf(selling.gateway.write(call))).toMatchObject({ code: 'operationUnknown' });
  });

  test('when the service answers something else than an object', async () => {
    selling.service.answer('[]');
    const call = { userId: rep, operation: 'react', recordId: deal, input: '{}' };
    expect(await problemOf(selling.gateway.write(call))).toMatchObject({
      status: 502,
      code: 'serviceAnswerInvalid',
    });
  });
});

test('a service that is gone is named with what to do', async () => {
  const gateway = createGateway({
    org: selling.org,
    serviceUrl: 'http://127.0.0.1:1',
    credentials: selling.credentials,
  });
  const problem = await problemOf(
    gateway.read({ userId: rep, operation: 'suggestions', recordId: deal, input: '{}' }),
  );
  expect(problem).toMatchObject({ status: 503, code: 'serviceUnreachable' });
  expect(problem.remedy).toContain('named credential');
});
