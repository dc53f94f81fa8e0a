import type { LocalOrg } from '../local-org/index.ts';

/** More than two pages of a query. */
const BIG = 5001;

/**
 * What other programs' tests take for granted in an org: a few accounts with contacts and opportunities, a table of more
 * than 5,000 rows.
 */
export async function addRows({ records, adminId }: Pick<LocalOrg, 'records' | 'adminId'>): Promise<void> {
  const admin = await records.accessOf(adminId);
  const accounts = Array.from({ length: 12 }, (_, index) => ({
    Name: `Account ${index + 1}`,
    BillingCity: 'Hamburg',
    NumberOfEmployees: 100 * (index + 1),
  }));
  const created = await records.create(admin, 'Account', accounts);
  const contacts = created.map(({ id }, index) => ({
    AccountId: id,
    FirstName: `First ${index}`,
    LastName: `Last ${index}`,
  }));
  const opportunities = created.map(({ id }, index) => ({
    AccountId: id,
    Name: `Opportunity ${index}`,
    StageName: 'Prospecting',
    CloseDate: '2030-01-31',
    Amount: 1000 * index,
  }));
  await records.create(admin, 'Contact', contacts);
  await records.create(admin, 'Opportunity', opportunities);
  await records.create(
    admin,
    'BigTable__c',
    Array.from({ length: BIG }, () => ({})),
  );
}
