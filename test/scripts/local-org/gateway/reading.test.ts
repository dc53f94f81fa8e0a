import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGateway } from '../../../../scripts/local-org/gateway/index.ts';
import { problemOf, type Selling, startSelling } from './selling.ts';

let selling: Selling;
let rep: string;
let deal: string;

beforeAll(async () => {
  selling = await startSelling();
  rep = await selling.person('rep', 'Inspire_Rep');
  const account = await selling.create(
    'Account',
    { Name: 'Brunner Logistik', Industry: 'Transportation' },
    rep,
  );
  deal = await selling.create(
    'Opportunity',
    {
      Name: 'Vans',
      StageName: 'Negotiation/Review',
      CloseDate: '2027-03-31',
      Amount: 48350,
      AccountId: account,
    },
    rep,
  );
  const contact = await selling.create(
    'Contact',
    { LastName: 'Brandt', FirstName: 'Helena', Title: 'CFO', AccountId: account },
    rep,
  );
  await selling.create(
    'OpportunityContactRole',
    { OpportunityId: deal, ContactId: contact, Role: 'Economic Buyer' },
    rep,
  );
});
afterAll(() => selling.end());
beforeEach(() => {
  selling.service.requests.length = 0;
});

const suggestions = (userId = rep, recordId: string | null = deal, input: string | null = '{"limit":3}') =>
  selling.gateway.read({ userId, operation: 'suggestions', recordId, input });

describe('a read', () => {
  test('sends the record as Apex serialises it, with its parent and children, and returns the answer as it is', async () => {
    selling.service.answer('{"suggestions": []}');

    expect(await suggestions()).toBe('{"suggestions": []}');

    const [request] = selling.service.requests;
    expect(request).toMatchObject({ target: '/v1/suggestions', input: { limit: 3 } });
    expect(request?.facts).toMatchObject({
      access: { edit: true, createTask: true },
      hiddenFields: [],
      record: {
        attributes: { type: 'Opportunity', url: `/services/data/v65.0/sobjects/Opportunity/${deal}` },
        Id: deal,
        StageName: 'Negotiation/Review',
        Amount: 48350,
        Account: { attributes: { type: 'Account' }, Industry: 'Transportation' },
        OpportunityContactRoles: {
          totalSize: 1,
          done: true,
          records: [{ Role: 'Economic Buyer', Contact: { FirstName: 'Helena', Title: 'CFO' } }],
        },
      },
    });
  });

  test('leaves out what is empty, as Apex does', async () => {
    selling.service.answer('{}');
    await suggestions();

    const record = selling.service.requests[0]?.facts.record ?? {};
    expect(record).not.toHaveProperty('Inspire_Challenge__c');
    expect(record).not.toHaveProperty('OpportunityLineItems');
  });

  test('is signed with who asks, as the service verifies it', async () => {
    selling.service.answer('{}');
    await suggestions();

    expect(selling.service.requests[0]?.caller).toMatchObject({
      orgId: selling.org.orgId,
      userId: rep,
      permissions: ['Inspire_Use'],
      locale: 'de_DE',
      timeZone: 'Europe/Berlin',
      packageVersion: '0.1',
    });
  });

  test('carries every permission that the user holds', async () => {
    const lead = await selling.person('lead', 'Inspire_Manager', 'Inspire_Admin');
    selling.service.answer('{}');
    await selling.gateway.read({ userId: lead, operation: 'configuration', recordId: null, input: '{}' });

    expect(selling.service.requests[0]?.caller.permissions).toEqual([
      'Inspire_Use',
      'Inspire_Manager',
      'Inspire_Admin',
    ]);
  });

  test('sends no facts where the operation needs no record', async () => {
    selling.service.answer('{}');
    await selling.gateway.read({
      userId: rep,
      operation: 'content',
      recordId: deal,
      input: '{"itemId":"a"}',
    });

    expect(selling.service.requests[0]?.facts.record).toBeNull();
  });

  test('leaves out and names the fields that the user may not read', async () => {
    const bare = await selling.person('bare');
    const set = await selling.create('PermissionSet', { Name: 'Bare', Label: 'Bare' });
    const { records } = await selling.org.records.query(
      await selling.asAdmin(),
      "SELECT Id FROM CustomPermission WHERE DeveloperName = 'Inspire_Use'",
    );
    await selling.create('SetupEntityAccess', { ParentId: set, SetupEntityId: records[0]?.['Id'] });
    await selling.create('PermissionSetAssignment', { AssigneeId: bare, PermissionSetId: set });
    const own = await selling.create(
      'Opportunity',
      { Name: 'Own', StageName: 'Prospecting', CloseDate: '2027-03-31' },
      bare,
    );
    selling.service.answer('{}');

    await suggestions(bare, own);

    const facts = selling.service.requests[0]?.facts;
    expect(facts?.selectedFields).toContain('Inspire_Challenge__c');
    expect(facts?.hiddenFields).toEqual(
      expect.arrayContaining(['Opportunity.Inspire_Challenge__c', 'Opportunity.Inspire_Competitor__c']),
    );
    expect(facts?.record).toMatchObject({ Name: 'Own', StageName: 'Prospecting' });
  });
});

describe('a read is refused', () => {
  test('without the permission that the operation asks for', async () => {
    const stranger = await selling.person('stranger');
    expect(await problemOf(suggestions(stranger))).toMatchObject({ status: 403, code: 'permissionMissing' });
    const configuration = { userId: rep, operation: 'configuration', recordId: null, input: '{}' };
    expect(await problemOf(selling.gateway.read(configuration))).toMatchObject({ code: 'permissionMissing' });
  });

  test('for an operation that does not exist, or that writes', async () => {
    const call = { userId: rep, recordId: deal, input: '{}' };
    expect(await problemOf(selling.gateway.read({ ...call, operation: 'gone' }))).toMatchObject({
      code: 'operationUnknown',
    });
    expect(await problemOf(selling.gateway.read({ ...call, operation: 'react' }))).toMatchObject({
      code: 'operationUnknown',
    });
  });

  test('for a record that the user may not see, as for one that does not exist', async () => {
    const other = await selling.person('other', 'Inspire_Rep');
    expect(await problemOf(suggestions(other))).toMatchObject({ status: 404, code: 'recordNotFound' });
    expect(await problemOf(suggestions(rep, '006000000000001AAA'))).toMatchObject({ code: 'recordNotFound' });
    expect(await problemOf(suggestions(rep, "x' OR Name != '"))).toMatchObject({ code: 'recordNotFound' });
  });

  test('without a record, and for a record of another object', async () => {
    expect(await problemOf(suggestions(rep, null))).toMatchObject({ code: 'recordMissing' });
    expect(await problemOf(suggestions(rep, rep))).toMatchObject({ code: 'recordUnsupported' });
  });

  test.each(['[1]', '"text"', '{', ''])('for the input %s, which is no object', async (input) => {
    expect(await problemOf(suggestions(rep, deal, input))).toMatchObject({
      status: 400,
      code: 'inputInvalid',
    });
  });

  test('when it is larger than the service takes', async () => {
    const input = JSON.stringify({ text: 'x'.repeat(66_000) });
    expect(await problemOf(suggestions(rep, deal, input))).toMatchObject({
      status: 413,
      code: 'bodyTooLarge',
    });
  });

  test('before the service hears of it', () => {
    expect(selling.service.requests).toEqual([]);
  });
});

describe('a failure of the service', () => {
  test('reaches the panel as the problem document that it is', async () => {
    const document = { code: 'itemUnknown', status: 404, detail: 'gone', remedy: 'refresh', requestId: 'r1' };
    selling.service.answer(JSON.stringify(document), 404);
    expect(await problemOf(suggestions())).toEqual(document);
  });

  test.each([502, 200])('is told apart from a page that answers with %d', async (status) => {
    selling.service.answer('<h1>Bad gateway</h1>', status, 'text/html');
    expect(await problemOf(suggestions())).toMatchObject({ status: 502, code: 'serviceAnswerInvalid' });
  });

  test('in the middle of its answer is one of the way to it', async () => {
    selling.service.breakOff();
    expect(await problemOf(suggestions())).toMatchObject({ status: 503, code: 'serviceUnreachable' });
  });
});

describe('custom metadata that somebody broke', () => {
  /** The org, in which one field of custom metadata says something else. */
  const saying = (object: string, field: string, value: unknown) => {
    const { org, credentials, service } = selling;
    const query: typeof org.records.query = async (access, soql, options) => {
      const found = await org.records.query(access, soql, options);
      if (!soql.includes(object)) return found;
      return { ...found, records: found.records.map((row) => ({ ...row, [field]: value })) };
    };
    const broken = { ...org, records: { ...org.records, query } };
    return createGateway({ org: broken, credentials, serviceUrl: service.url });
  };

  test.each([
    ['factsQueryInvalid', 'Inspire_Record_Facts__mdt', 'Query__c', null],
    ['factsQueryInvalid', 'Inspire_Record_Facts__mdt', 'Query__c', 'SELECT'],
    ['serviceNotSetUp', 'Inspire_Service__mdt', 'Audience__c', null],
    ['gatewayFailed', 'Inspire_Operation__mdt', 'Route__c', null],
  ])('is told as %s: %s.%s is %s', async (code, object, field, value) => {
    const gateway = saying(object, field, value);
    const asked = { userId: rep, operation: 'suggestions', recordId: deal, input: '{}' };
    expect(await problemOf(gateway.read(asked))).toMatchObject({ status: 500, code });
  });
});
