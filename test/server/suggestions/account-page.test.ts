import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askFor, idsOf, orgWith } from '../../support/asking.ts';
import { item, rows, stage } from '../../support/content.ts';
import { startService, type TestService } from '../../support/service.ts';
import { salesforceId } from '../../support/signed-call.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

describe('an account page', () => {
  const account = (opportunities: object[]) => ({
    record: {
      attributes: { type: 'Account' },
      Id: salesforceId('001'),
      Name: 'Brunner',
      Opportunities: rows('Opportunity', opportunities),
    },
  });
  const open = { StageName: 'Negotiation/Review', IsClosed: false, IsWon: false };
  const set = () => ({
    items: [
      item('buying', { tags: { phase: ['buying'] } }),
      item('adoption', { tags: { phase: ['implementationAdoption'] } }),
    ],
    stages: [stage('Negotiation/Review', { needsChangeDecision: false }), stage('Closed Won')],
  });

  test('stands where its most recently changed open opportunity stands, and names it', async () => {
    const org = await orgWith(service, set());
    const answer = await askFor(
      service,
      org,
      account([
        {
          ...open,
          Name: 'Older',
          StageName: 'Prospecting',
          LastModifiedDate: '2026-01-01T00:00:00.000+0000',
        },
        { ...open, Name: 'Newer', LastModifiedDate: '2026-02-01T00:00:00.000+0000' },
      ]),
    );
    expect(answer.stage?.stageName).toBe('Negotiation/Review');
    expect(answer.notices).toContainEqual({ code: 'stageFromOpportunity', values: ['Newer'] });
    expect(idsOf(answer)).toEqual(['buying']);
  });

  test('is in adoption when only won opportunities are left', async () => {
    const won = { Name: 'Won', StageName: 'Closed Won', IsClosed: true, IsWon: true };
    const answer = await askFor(service, await orgWith(service, set()), account([won]));
    expect(answer.notices).toContainEqual({ code: 'stageFromWonOpportunity', values: ['Won'] });
    expect(idsOf(answer)).toEqual(['adoption']);
  });

  test('says that there is no opportunity, and gets suggestions all the same', async () => {
    const answer = await askFor(service, await orgWith(service, set()), account([]));
    expect(answer.stage).toBeUndefined();
    expect(answer.notices).toEqual([{ code: 'noOpportunity', values: [] }]);
    expect(answer.suggestions).toHaveLength(2);
  });
});
