import { randomFor } from '../random.ts';
import { companies, type Company } from '../world/companies.ts';
import { drawPeople, type Person } from '../world/people.ts';
import { staged, STAGED_OWNER } from '../staged/index.ts';
import { sellers } from '../world/team.ts';
import type { Currency } from '../world/vendor.ts';

export interface Account {
  key: string;
  company: Company;
  /** Key of the seller. */
  owner: string;
  currency: Currency;
  people: readonly Person[];
  /** Was a customer before the data begin. */
  customer: boolean;
  /** Belongs to a staged deal, which brings its own people. */
  staged: boolean;
}

const KEY_ACCOUNT_FLEET = 280;

function candidates(company: Company): readonly string[] {
  const local = sellers.filter((seller) => seller.territory?.includes(company.country));
  const large = sellers.filter((seller) => seller.keyAccounts === true);
  return (company.fleet >= KEY_ACCOUNT_FLEET ? large : local).map((seller) => seller.key);
}

/** Accounts of staged deals have only the people and the history that their story needs. */
const stagedAccount = (company: Company): Account => ({
  key: `account:${company.name}`,
  company,
  owner: STAGED_OWNER,
  currency: 'EUR',
  people: [],
  customer: staged.some(({ account, type }) => account === company.name && type === 'Renewal'),
  staged: true,
});

function drawAccount(company: Company, owner: string): Account {
  const random = randomFor(`account ${company.name}`);
  const people = drawPeople(
    random,
    company.country,
    random.weighted([
      [1, 10],
      [2, 25],
      [3, 35],
      [4, 20],
      [5, 10],
    ]),
  );
  const currency = company.country === 'United Kingdom' ? 'GBP' : 'EUR';
  return {
    key: `account:${company.name}`,
    company,
    owner,
    currency,
    people,
    customer: random.chance(0.3),
    staged: false,
  };
}

/** Each account goes to whoever of those in question has the fewest. */
export function drawAccounts(): Account[] {
  const load = new Map<string, number>();
  return companies.map((company) => {
    if (staged.some(({ account }) => account === company.name)) return stagedAccount(company);
    const [owner = ''] = candidates(company).toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    load.set(owner, (load.get(owner) ?? 0) + 1);
    return drawAccount(company, owner);
  });
}

export const userKey = (seller: string): string => `user:${seller}`;
export const contactKey = (account: Account, index: number): string =>
  `contact:${account.company.name}:${index}`;
