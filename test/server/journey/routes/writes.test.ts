import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { factSource, item, opportunityFacts, rows } from '../../../support/content.ts';
import { startService, type TestService } from '../../../support/service.ts';
import type { TestOrg } from '../../../support/signed-call.ts';

const now = new Date('2026-03-02T09:00:00Z');
const recordId = '006000000000001AAA';
const roleId = '00K000000000001AAA';
const contactId = '003000000000001AAA';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => now });
  org = await service.addOrg();
  await service.publish(org, {
    items: [item('one')],
    factSources: [
      factSource('challenge', 'Inspire_Challenge__c', {
        writable: true,
        values: [
          { value: 'cost', label: 'Cost' },
          { value: 'risk', label: 'Risk', write: 'Risk & compliance' },
        ],
      }),
      factSource('buyerRole', 'OpportunityContactRoles.Role', {
        writable: true,
        values: [{ value: 'economicBuyer', label: 'Economic Buyer' }],
      }),
      factSource('dealType', 'Type', { values: [{ value: 'renewal', label: 'Renewal' }] }),
    ],
  });
});

afterAll(() => service.close());

const deal = (fields: object = {}, rest: object = {}) =>
  opportunityFacts(
    {
      Id: recordId,
      OpportunityContactRoles: rows('OpportunityContactRole', [
        {
          Id: roleId,
          Role: null,
          IsPrimary: true,
          Contact: { Id: contactId, Name: 'Helena Brandt', Title: 'CFO' },
        },
      ]),
      ...fields,
    },
    { ...rest },
  );

const send = (path: string, input: object, facts: object) =>
  service.call(org, { path, body: { facts, input: { idempotencyKey: randomUUID(), ...input } }, now });

const fill = (input: object, facts: object = deal()) => send('/v1/journey/facts', input, facts);

describe('filling in a fact', () => {
  test('answers with the field that Apex writes as the user', async () => {
    expect(await fill({ dimension: 'challenge', value: 'risk', recordId })).toMatchObject({
      status: 200,
      body: {
        answer: { dimension: 'challenge', value: 'risk', label: 'Risk', recordId },
        writes: [
          { sobject: 'Opportunity', id: recordId, fields: { Inspire_Challenge__c: 'Risk & compliance' } },
        ],
      },
    });
  });

  test('writes to the related row that the fact stands in', async () => {
    const answer = await fill({ dimension: 'buyerRole', value: 'economicBuyer', recordId: roleId });
    expect(answer.body).toMatchObject({
      writes: [{ sobject: 'OpportunityContactRole', id: roleId, fields: { Role: 'Economic Buyer' } }],
    });
  });

  test.each<[string, number, object, object?]>([
    ['recordForeign', 403, { dimension: 'challenge', value: 'cost', recordId: '006000000000999AAA' }],
    ['factNotWritable', 422, { dimension: 'challenge', value: 'cost', recordId: contactId }],
    ['factNotWritable', 422, { dimension: 'dealType', value: 'renewal', recordId }],
    ['factNotWritable', 422, { dimension: 'product', value: 'x', recordId }],
    [
      'factNotWritable',
      422,
      { dimension: 'challenge', value: 'cost', recordId },
      deal({ Inspire_Challenge__c: 'Risk' }),
    ],
    [
      'factNotWritable',
      422,
      { dimension: 'challenge', value: 'cost', recordId },
      deal({}, { hiddenFields: ['opportunity.INSPIRE_Challenge__c'] }),
    ],
    [
      'factNotWritable',
      422,
      { dimension: 'challenge', value: 'cost', recordId },
      deal({}, { selectedFields: ['Id', 'Type'] }),
    ],
    ['factValueUnknown', 422, { dimension: 'challenge', value: 'boredom', recordId }],
    [
      'recordLocked',
      403,
      { dimension: 'challenge', value: 'cost', recordId },
      deal({}, { access: { edit: false } }),
    ],
    ['bodyInvalid', 400, { dimension: 'stage', value: 'Closed Won', recordId }],
    ['bodyInvalid', 400, { dimension: 'challenge', value: 'cost', recordId: "006' OR 1=1" }],
    ['recordMissing', 400, { dimension: 'challenge', value: 'cost', recordId }, { record: null }],
  ])('is refused with %s (%d): %j', async (code, status, input, facts = deal()) => {
    expect(await fill(input, facts)).toMatchObject({ status, body: { code } });
  });
});

const decision = {
  decidedOn: '2026-02-27',
  decidedBy: 'Helena Brandt',
  words: 'We can not run another winter like this.',
};

const decide = (input: object, facts: object = deal()) =>
  send('/v1/journey/change-decision', { ...decision, ...input }, facts);

describe('recording the change decision', () => {
  test('answers with who, when and in whose words, to be written to the opportunity', async () => {
    expect(await decide({})).toMatchObject({
      status: 200,
      body: {
        answer: decision,
        writes: [
          {
            sobject: 'Opportunity',
            id: recordId,
            fields: {
              Inspire_Change_Decision_Date__c: decision.decidedOn,
              Inspire_Change_Decision_By__c: decision.decidedBy,
              Inspire_Change_Decision_Words__c: decision.words,
            },
          },
        ],
      },
    });
  });

  test('may be dated today, as it is where the rep is', async () => {
    expect((await decide({ decidedOn: '2026-03-02' })).status).toBe(200);
  });

  test('may be as long ago as a customer relation lasts', async () => {
    expect((await decide({ decidedOn: '2006-03-02' })).status).toBe(200);
  });

  test.each<[string, number, object, object?]>([
    ['bodyInvalid', 400, { decidedOn: '2026-03-03' }],
    ['bodyInvalid', 400, { decidedOn: 'yesterday' }],
    ['bodyInvalid', 400, { decidedOn: '0001-02-27' }],
    ['bodyInvalid', 400, { decidedOn: '2006-03-01' }],
    ['bodyInvalid', 400, { decidedBy: '' }],
    ['bodyInvalid', 400, { decidedBy: 'x'.repeat(121) }],
    ['bodyInvalid', 400, { words: 'x'.repeat(256) }],
    ['bodyInvalid', 400, { words: 'a\0b' }],
    ['bodyInvalid', 400, { decidedBy: 'a\ud800b' }],
    ['recordLocked', 403, {}, deal({}, { access: { edit: false } })],
    ['factNotWritable', 422, {}, deal({}, { hiddenFields: ['Opportunity.inspire_change_decision_by__c'] })],
    ['factNotWritable', 422, {}, deal({}, { selectedFields: ['Id', 'Inspire_Change_Decision_Date__c'] })],
    ['recordUnsupported', 400, {}, deal({ attributes: { type: 'Account' }, Id: '001000000000001AAA' })],
  ])('is refused with %s (%d): %j', async (code, status, input, facts = deal()) => {
    expect(await decide(input, facts)).toMatchObject({ status, body: { code } });
  });
});
