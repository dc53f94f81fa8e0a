import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askFor, orgWith } from '../../support/asking.ts';
import { factSource, item, opportunityFacts } from '../../support/content.ts';
import { startService, type TestService } from '../../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

describe('an answer about fields that did not come', () => {
  test('names the fields that the user may not read, and offers none of them to be filled in', async () => {
    const factSources = [
      factSource('dealType', 'Type', { writable: true, values: [{ value: 'new', label: 'New' }] }),
    ];
    const org = await orgWith(service, {
      items: [item('one', { tags: { dealType: ['new'] } })],
      factSources,
    });
    const hiddenFields = ['Opportunity.Amount', 'Opportunity.Type'];
    const { notices, facts } = await askFor(service, org, opportunityFacts({}, { hiddenFields }));
    expect(notices).toContainEqual({
      code: 'fieldsHidden',
      values: ['Opportunity.Amount, Opportunity.Type'],
    });
    expect(facts).toEqual([{ dimension: 'dealType', state: 'unknown', values: [] }]);
    const visible = await askFor(service, org, opportunityFacts());
    expect(visible.facts[0]?.fill).toMatchObject({
      field: 'Type',
      options: [{ value: 'new', label: 'New' }],
    });
  });

  test('names the fields that the org does not read, and offers none of them to be filled in', async () => {
    const org = await orgWith(service, {
      items: [item('one', { tags: { dealType: ['new'] } })],
      factSources: [
        factSource('dealType', 'Type', { writable: true, values: [{ value: 'new', label: 'New' }] }),
      ],
    });
    const { notices, facts } = await askFor(
      service,
      org,
      opportunityFacts({}, { selectedFields: ['Id', 'StageName'] }),
    );
    expect(notices).toContainEqual({ code: 'fieldsUnread', values: ['Type'] });
    expect(facts).toEqual([{ dimension: 'dealType', state: 'unknown', values: [] }]);
    const read = await askFor(service, org, opportunityFacts({}, { selectedFields: ['Id', 'type'] }));
    expect(read.facts[0]?.fill).toMatchObject({ field: 'Type' });
    expect(read.notices.map(({ code }) => code)).not.toContain('fieldsUnread');
  });
});
