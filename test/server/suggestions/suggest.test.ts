import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { askFor, idsOf, orgWith } from '../../support/asking.ts';
import { factSource, item, opportunityFacts, rows, rule, stage } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

const helena = (role: string | null) => ({
  OpportunityContactRoles: rows('OpportunityContactRole', [
    {
      Id: '00K000000000001AAA',
      Role: role,
      IsPrimary: true,
      Contact: {
        Id: '003000000000001AAA',
        Name: 'Helena Brandt',
        FirstName: 'Helena',
        Title: 'CFO',
        Email: 'helena@example.com',
      },
    },
  ]),
});

const roles = factSource('buyerRole', 'OpportunityContactRoles.Role', {
  writable: true,
  values: [
    {
      value: 'economicBuyer',
      label: 'Economic Buyer',
      write: 'Economic Buyer',
      from: ['Economic Buyer'],
      matches: [],
    },
  ],
});

describe('a suggestion', () => {
  test('says what it is, for whom and why', async () => {
    const org = await orgWith(service, {
      items: [
        item('summary', {
          tags: { buyerRole: ['economicBuyer'], stage: ['*:Negotiation/Review'] },
          minutes: 3,
          refresherId: 'talking-to-a-cfo',
        }),
        item('talking-to-a-cfo', {
          kind: 'training',
          minutes: 4,
          audience: 'internal',
          tags: { phase: ['awareness'] },
        }),
      ],
      stages: [stage('Negotiation/Review', { needsChangeDecision: false })],
      factSources: [roles],
    });
    const { suggestions, stage: where } = await askFor(
      service,
      org,
      opportunityFacts(helena('Economic Buyer')),
    );
    expect(where).toMatchObject({ stageName: 'Negotiation/Review', mapped: true, phase: 'buying' });
    expect(suggestions[0]).toMatchObject({
      itemId: 'summary',
      version: 1,
      audience: 'customerFacing',
      shareable: true,
      author: 'Mara Lind',
      freshness: 'fresh',
      refresher: { itemId: 'talking-to-a-cfo', title: 'Title of talking-to-a-cfo', minutes: 4 },
      reasons: [
        { code: 'buyerRole', values: ['Helena', 'CFO'] },
        { code: 'stage', values: ['Negotiation/Review'] },
      ],
    });
  });

  test('says when its review is due and why it can not be shared', async () => {
    const org = await orgWith(service, {
      items: [
        item('old', { reviewedOn: '2020-01-01', reviewBy: '2021-01-01' }),
        item('ours', { audience: 'internal' }),
        item('template', { body: 'It costs [[your figure]].' }),
        item('sample', { origin: 'demo' }),
      ],
    });
    const { suggestions } = await askFor(service, org, opportunityFacts());
    const found = Object.fromEntries(suggestions.map((one) => [one.itemId, one]));
    expect(found['old']).toMatchObject({ freshness: 'due', shareable: true });
    expect(found['ours']).toMatchObject({ shareable: false, notShareable: 'internal' });
    expect(found['template']).toMatchObject({ shareable: false, notShareable: 'openBlanks' });
    expect(found['sample']).toMatchObject({ shareable: false, notShareable: 'sample', sample: true });
  });

  test('is left out when it is expired, not valid yet or for others', async () => {
    const org = await orgWith(service, {
      items: [
        item('live'),
        item('expired', { expiresOn: '2020-01-01' }),
        item('later', { validFrom: '2099-01-01' }),
        item('managers', { visibleTo: ['Inspire_Manager'] }),
      ],
    });
    expect(idsOf(await askFor(service, org, opportunityFacts()))).toEqual(['live']);
    const permissions = ['Inspire_Use', 'Inspire_Manager'];
    expect(idsOf(await askFor(service, org, opportunityFacts(), { permissions })).toSorted()).toEqual([
      'live',
      'managers',
    ]);
  });

  test('ends and begins with the civil day where the rep is', async () => {
    const clock = { at: new Date('2026-03-01T23:30:00Z') };
    const other = await startService({ beside: service, now: () => clock.at });
    const org = await service.addOrg();
    await other.publish(org, { items: [item('march-2', { validFrom: '2026-03-02' })] });
    const at = async (timeZone: string) => {
      const body = { facts: opportunityFacts(), input: {} };
      return idsOf(readAs(suggestionsAnswerSchema, await other.call(org, { body, timeZone, now: clock.at })));
    };
    expect(await at('Europe/Berlin')).toEqual(['march-2']);
    expect(await at('America/New_York')).toEqual([]);
    await other.close();
  });

  test('names a refresher only to those who may see it', async () => {
    const org = await orgWith(service, {
      items: [
        item('one', { refresherId: 'coaching' }),
        item('coaching', { kind: 'training', visibleTo: ['Inspire_Manager'] }),
      ],
    });
    const { suggestions } = await askFor(service, org, opportunityFacts());
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]?.refresher).toBeUndefined();
  });
});

describe('a list', () => {
  test('comes with a notice for a stage that the map does not name', async () => {
    const org = await orgWith(service, { items: [item('one')], stages: [stage('Prospecting')] });
    const {
      suggestions,
      stage: where,
      notices,
    } = await askFor(service, org, opportunityFacts({ StageName: 'Legal limbo' }));
    expect(suggestions).toHaveLength(1);
    expect(where).toMatchObject({ stageName: 'Legal limbo', mapped: false });
    expect(notices).toContainEqual({ code: 'stageUnmapped', values: ['Legal limbo'] });
  });

  test('comes with a notice when nothing was published', async () => {
    const { suggestions, notices, publication } = await askFor(
      service,
      await service.addOrg(),
      opportunityFacts(),
    );
    expect(suggestions).toEqual([]);
    expect(publication).toBe(0);
    expect(notices).toContainEqual({ code: 'libraryEmpty', values: [] });
  });

  test('works without account, contacts, products, competitors and amount', async () => {
    const org = await orgWith(service, {
      items: [item('one', { tags: { industry: ['Logistics'], buyerRole: ['economicBuyer'] } })],
      factSources: [roles, factSource('industry', 'Account.Industry')],
    });
    const nothing = {
      ...{
        Account: null,
        OpportunityContactRoles: null,
        OpportunityLineItems: null,
        OpportunityCompetitors: null,
      },
      ...{ Amount: null, CloseDate: null, RecordType: null },
    };
    const { suggestions, facts, recipients } = await askFor(service, org, opportunityFacts(nothing));
    expect(suggestions).toHaveLength(1);
    expect(recipients).toEqual([]);
    expect(facts.map(({ dimension, state }) => [dimension, state])).toEqual([
      ['buyerRole', 'unknown'],
      ['industry', 'unknown'],
    ]);
  });

  test('takes fields of the wrong type for unknown', async () => {
    const org = await orgWith(service, { items: [item('one')], factSources: [roles] });
    const facts = opportunityFacts({
      StageName: 7,
      Amount: 'a lot',
      OpportunityContactRoles: 'none',
      Account: [],
    });
    expect(idsOf(await askFor(service, org, facts))).toEqual(['one']);
  });

  test('asks for a missing change decision in a buying stage', async () => {
    const org = await orgWith(service, { items: [item('one')], stages: [stage('Negotiation/Review')] });
    const { notices } = await askFor(service, org, opportunityFacts());
    expect(notices).toContainEqual({ code: 'changeDecisionMissing', values: ['Negotiation/Review'] });
    const decided = { Inspire_Change_Decision_Date__c: '2026-01-05' };
    expect((await askFor(service, org, opportunityFacts(decided))).notices).toEqual([]);
  });

  test('follows rules and the limit', async () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
    const org = await orgWith(service, { items, rules: [rule('pin-d', { itemIds: ['d'] })] });
    const { suggestions } = await askFor(service, org, opportunityFacts(), { input: { limit: 2 } });
    expect(suggestions).toHaveLength(2);
    expect(suggestions[0]).toMatchObject({
      itemId: 'd',
      reasons: [{ code: 'pinnedBy', values: ['Rule pin-d'] }],
    });
  });

  test('offers a role that was read from a title for confirmation', async () => {
    const fromTitle = factSource('buyerRole', 'OpportunityContactRoles.Contact.Title', {
      order: 1,
      values: [{ value: 'economicBuyer', label: 'Economic Buyer', matches: ['CFO'] }],
    });
    const org = await orgWith(service, { items: [item('one')], factSources: [roles, fromTitle] });
    const { facts } = await askFor(service, org, opportunityFacts(helena(null)));
    expect(facts).toMatchObject([
      {
        dimension: 'buyerRole',
        state: 'readFromTitle',
        fill: { recordId: '00K000000000001AAA', field: 'Role', suggested: 'economicBuyer', about: 'Helena' },
      },
    ]);
    expect(
      (await askFor(service, org, opportunityFacts(helena(null), { access: {} }))).facts[0]?.fill,
    ).toBeUndefined();
  });
});
