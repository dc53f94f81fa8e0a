import { sql } from 'kysely';
import { table } from '../../database.ts';
import { objectNamed } from '../../schema/catalogue.ts';
import { type Change, fail, isChanged, type ObjectRules, type Saving } from '../change.ts';
import { loadRows } from '../row.ts';
import { idsIn } from './own-rows.ts';

/** A price has the name and code of its product; a price book of one's own takes a standard price first. */
export const pricebookEntryRules: ObjectRules = {
  async before(saving, changes) {
    const rows = changes.map(({ after }) => after);
    const products = await loadRows(
      saving.trx,
      objectNamed(saving.catalogue, 'Product2'),
      idsIn(rows, 'Product2Id'),
    );
    const standard = await standardPrices(saving, changes);
    for (const change of changes) {
      const { after } = change;
      const product = products.get(String(after['Product2Id']));
      after['Name'] = product?.['Name'] ?? null;
      after['ProductCode'] = product?.['ProductCode'] ?? null;
      applyStandard(change, standard);
    }
  },
};

interface Standard {
  books: ReadonlySet<string>;
  prices: ReadonlyMap<string, number>;
}

const priceKey = (product: unknown, currency: unknown): string => `${String(product)} ${String(currency)}`;

async function standardPrices({ trx }: Saving, changes: readonly Change[]): Promise<Standard> {
  const books = await sql<{
    id: string;
  }>`select "Id" as id from ${table('Pricebook2')} where "IsStandard"`.execute(trx);
  const ids = books.rows.map(({ id }) => id);
  const { rows } = await sql<{
    product: string;
    currency: string;
    price: number;
  }>`select "Product2Id" as product, "CurrencyIsoCode" as currency,
    "UnitPrice" as price from ${table('PricebookEntry')} where "Pricebook2Id" = any(${ids}) and not "IsDeleted"
    and "Product2Id" = any(${idsIn(
      changes.map(({ after }) => after),
      'Product2Id',
    )})`.execute(trx);
  return {
    books: new Set(ids),
    prices: new Map(rows.map(({ product, currency, price }) => [priceKey(product, currency), price])),
  };
}

function applyStandard(change: Change, { books, prices }: Standard): void {
  const { after, before } = change;
  if (books.has(String(after['Pricebook2Id']))) return;
  const price = prices.get(priceKey(after['Product2Id'], after['CurrencyIsoCode']));
  if (after['UseStandardPrice'] === true && price !== undefined) after['UnitPrice'] = price;
  if (price === undefined && !before)
    fail(change, 'STANDARD_PRICE_NOT_DEFINED', 'Before creating a custom price, create a standard price.');
}

/** Prices follow the name and code of their product. */
export const productRules: ObjectRules = {
  async after({ trx }, changes) {
    for (const change of changes.filter(
      (each) => each.before && (isChanged(each, 'Name') || isChanged(each, 'ProductCode')),
    )) {
      await sql`update ${table('PricebookEntry')} set "Name" = ${change.after['Name'] ?? null}, "ProductCode" = ${change.after['ProductCode'] ?? null}
        where "Product2Id" = ${change.id}`.execute(trx);
    }
  },
};
