import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testOrg, type TestOrg } from './support/org.ts';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
afterAll(() => org.end());

test('stores an opportunity, answers it with its parent, and writes its history itself', async () => {
  const admin = await org.records.accessOf(org.adminId);
  const [account] = await org.records.create(admin, 'Account', [{ Name: 'Brunner' }]);
  const [created] = await org.records.create(admin, 'Opportunity', [
    { Name: 'Vans', StageName: 'Negotiation/Review', CloseDate: '2026-03-31', AccountId: account?.id, Amount: 1000 },
  ]);
  expect(created?.errors).toEqual([]);
  await org.records.update(admin, 'Opportunity', [{ Id: created?.id, StageName: 'Closed Won' }]);
  const { records } = await org.records.query(
    admin,
    "SELECT Id, IsWon, Account.Name, Owner.Name, (SELECT StageName, Probability FROM OpportunityHistories ORDER BY Id) FROM Opportunity WHERE name = 'VANS' AND CloseDate > 2026-01-01",
  );
  expect(records).toMatchObject([
    {
      IsWon: true,
      Account: { Name: 'Brunner' },
      Owner: { Name: 'Ada Minn' },
      OpportunityHistories: { records: [{ StageName: 'Negotiation/Review', Probability: 90 }, { StageName: 'Closed Won', Probability: 100 }] },
    },
  ]);
});
