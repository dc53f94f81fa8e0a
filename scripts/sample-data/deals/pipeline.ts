import type { Temporal } from 'temporal-polyfill';
import { daysBetween, entryDayOf, isBefore } from '../calendar.ts';
import { randomFor } from '../random.ts';
import { staged } from '../staged/index.ts';
import { OUTLIER } from '../world/team.ts';
import { type Account, drawAccounts } from './accounts.ts';
import { lastDayOf } from './cutoff.ts';
import { type Deal, drawDeal } from './deal.ts';
import type { DealType } from './life.ts';

/** The data reach so far back, in days. */
export const HISTORY_DAYS = 780;
const DEALS = 400;

/** Sellers have about as many deals each; the one who differs a few more, so that the difference can be seen. */
const SHARE: Readonly<Record<string, number>> = { [OUTLIER]: 1.5, 'stefan.huber': 0.8 };

/** How many deals each account gets: one at least, the rest one by one to a seller who has the fewest so far. */
function dealCounts(accounts: readonly Account[], total: number): Map<Account, number> {
  const random = randomFor('deals per account');
  const counts = new Map(accounts.map((account) => [account, 1]));
  const bySeller = Map.groupBy(accounts, ({ owner }) => owner);
  const dealsOfSeller = (owner: string): number =>
    (bySeller.get(owner) ?? []).reduce((sum, account) => sum + (counts.get(account) ?? 0), 0) /
    (SHARE[owner] ?? 1);
  for (let left = total - accounts.length; left > 0; left -= 1) {
    const [owner = ''] = [...bySeller.keys()].sort((a, b) => dealsOfSeller(a) - dealsOfSeller(b));
    const account = random.pick(bySeller.get(owner) ?? []);
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  return counts;
}

/** The days on which an account's deals begin, oldest first. More of them are recent: the vendor is growing. */
function beginnings(account: Account, count: number, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const random = randomFor(`beginnings ${account.key}`);
  const last = lastDayOf(account.owner, today);
  const span = HISTORY_DAYS - daysBetween(last, today);
  const ago = Array.from({ length: count }, () => Math.round(span * random.float(0, 1) ** 1.7));
  return ago.sort((a, b) => b - a).map((days) => entryDayOf(last.subtract({ days })));
}

/** A customer renews or buys more; whoever is none yet can only become one. */
function nextType(account: Account, earlier: readonly Deal[], created: Temporal.PlainDate): DealType {
  const random = randomFor(`type ${account.key} ${earlier.length}`);
  const won = earlier.filter(({ life }) => life.won && isBefore(life.decidedOn, created));
  if (!account.customer && won.length === 0) return 'New Customer';
  const due = account.customer || won.some(({ life }) => daysBetween(life.decidedOn, created) > 200);
  return due && random.chance(0.34) ? 'Renewal' : 'Existing Customer - Upgrade';
}

function dealsOf(account: Account, count: number, today: Temporal.PlainDate): Deal[] {
  const deals: Deal[] = [];
  for (const created of beginnings(account, count, today)) {
    deals.push(drawDeal(account, deals.length, nextType(account, deals, created), created));
  }
  return deals;
}

/** No two deals of an org have the same name here, so that pages and tests find them by it. */
function withOwnNames(deals: readonly Deal[], taken: ReadonlySet<string>): Deal[] {
  const seen = new Map([...taken].map((name) => [name, 1]));
  return deals.map((deal) => {
    const count = (seen.get(deal.name) ?? 0) + 1;
    seen.set(deal.name, count);
    return count === 1 ? deal : { ...deal, name: `${deal.name} (${count})` };
  });
}

/** Accounts and their deals; with the staged ones there are 400 opportunities. */
export function drawPipeline(today: Temporal.PlainDate): { accounts: Account[]; deals: Deal[] } {
  const accounts = drawAccounts();
  const drawn = accounts.filter((account) => !account.staged);
  const counts = dealCounts(drawn, DEALS - staged.length);
  const deals = drawn.flatMap((account) => dealsOf(account, counts.get(account) ?? 0, today));
  return { accounts, deals: withOwnNames(deals, new Set(staged.map(({ name }) => name))) };
}
