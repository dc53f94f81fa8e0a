import { sql } from 'kysely';
import { table } from '../../database.ts';
import { objectNamed } from '../../schema/catalogue.ts';
import { type Change, fail, type ObjectRules, type Saving } from '../change.ts';
import { stamped } from '../complete.ts';
import { loadRows, type Row, updateRows } from '../row.ts';
import { expectedRevenue } from './forecast.ts';
import { startHistory, writeHistory } from './opportunity-history.ts';
import { idsIn } from './own-rows.ts';

/** Prices of a deal's products come from its price book; their sum is the deal's amount. */
export const lineItemRules: ObjectRules = {
  async before(saving, changes) {
    const entries = await loadRows(
      saving.trx,
      objectNamed(saving.catalogue, 'PricebookEntry'),
      idsIn(
        changes.map(({ after }) => after),
        'PricebookEntryId',
      ),
    );
    const deals = await loadRows(
      saving.trx,
      objectNamed(saving.catalogue, 'Opportunity'),
      idsIn(
        changes.map(({ after }) => after),
        'OpportunityId',
      ),
    );
    for (const change of changes) {
      const deal = deals.get(String(change.after['OpportunityId']));
      if (!change.before) startLine(change, entries.get(String(change.after['PricebookEntryId'])), deal);
      applyTotals(change);
    }
  },
  after: rollUp,
  afterDelete: rollUp,
};

function startLine(change: Change, entry: Row | undefined, deal: Row | undefined): void {
  const fault = mismatch(entry, deal);
  if (fault) fail(change, ...fault, ['PricebookEntryId']);
  else if (entry) applyEntry(change, entry, typeof deal?.['Name'] === 'string' ? deal['Name'] : '');
}

/** Why an entry of a price book does not go with a deal; null if it does. */
function mismatch(entry: Row | undefined, deal: Row | undefined): [string, string] | null {
  if (!entry) return ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [PricebookEntryId]'];
  const book = deal?.['Pricebook2Id'];
  const isOther = typeof book === 'string' && book !== entry['Pricebook2Id'];
  if (!isOther && entry['CurrencyIsoCode'] === deal?.['CurrencyIsoCode']) return null;
  return [
    'FIELD_INTEGRITY_EXCEPTION',
    'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook or currency than the one assigned to the opportunity)',
  ];
}

function applyEntry({ after, given }: Change, entry: Row, dealName: string): void {
  const { Product2Id = null, ProductCode = null, UnitPrice = null, CurrencyIsoCode = null } = entry;
  const name = typeof entry['Name'] === 'string' ? entry['Name'] : '';
  Object.assign(after, { Product2Id, ProductCode, ListPrice: UnitPrice, CurrencyIsoCode });
  after['Name'] = `${dealName} ${name}`.slice(0, 376);
  if (!given.has('UnitPrice') && !given.has('TotalPrice')) after['UnitPrice'] = UnitPrice;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Quantity × sales price less discount; a total that was given sets the sales price. */
function applyTotals({ after, given }: Change): void {
  const quantity = number(after['Quantity']);
  const share = 1 - number(after['Discount']) / 100;
  if (given.has('TotalPrice') && !given.has('UnitPrice') && quantity !== 0 && share !== 0) {
    after['UnitPrice'] = number(after['TotalPrice']) / quantity / share;
  }
  after['Subtotal'] = cents(quantity * number(after['UnitPrice']));
  after['TotalPrice'] = cents(quantity * number(after['UnitPrice']) * share);
}

interface Sums {
  id: string;
  amount: number | null;
  quantity: number | null;
  lines: number;
  /** Price book of the products. */
  book: string | null;
}

/**
 * Amount, quantity and "has products" of the deals, as a change of theirs: with history. The first product settles the
 * price book of a deal that has none.
 */
async function rollUp(saving: Saving, changes: readonly Change[]): Promise<void> {
  const { trx, catalogue, access, now } = saving;
  const ids = idsIn(
    changes.map(({ after }) => after),
    'OpportunityId',
  );
  const deal = objectNamed(catalogue, 'Opportunity');
  const stored = await loadRows(trx, deal, ids, true);
  const { rows } =
    await sql<Sums>`select o."Id" as id, sum(l."TotalPrice") as amount, sum(l."Quantity") as quantity, count(l."Id") as lines,
      min(e."Pricebook2Id") as book
    from ${table('Opportunity')} o left join ${table('OpportunityLineItem')} l on l."OpportunityId" = o."Id" and not l."IsDeleted"
    left join ${table('PricebookEntry')} e on e."Id" = l."PricebookEntryId"
    where o."Id" = any(${ids}) and not o."IsDeleted" group by o."Id"`.execute(trx);
  const updated = rows.map((sums, index): Change => {
    const before = stored.get(sums.id) ?? {};
    const after: Row = { ...before, ...stamped(deal, access, now), HasOpportunityLineItem: sums.lines > 0 };
    if (sums.lines > 0)
      Object.assign(after, { Amount: sums.amount, TotalOpportunityQuantity: sums.quantity });
    after['Pricebook2Id'] ??= sums.book;
    after['ExpectedRevenue'] = expectedRevenue(after);
    return { index, id: sums.id, before, after, given: new Set(), errors: [] };
  });
  await startHistory(saving, updated);
  await updateRows(trx, deal, new Map(updated.map(({ id, after }) => [id, summary(after)])));
  await writeHistory(saving, updated);
}

function summary(after: Row): Row {
  const names = [
    'Amount',
    'TotalOpportunityQuantity',
    'ExpectedRevenue',
    'HasOpportunityLineItem',
    'Pricebook2Id',
    'LastAmountChangedHistoryId',
    'LastCloseDateChangedHistoryId',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
  ];
  return Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
}
