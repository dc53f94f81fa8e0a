import { sql } from 'kysely';
import { column, type Sql, table } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { Source } from './scope.ts';

/** Rate of a currency: how many of it one unit of the corporate currency is. */
const rateOf = (code: Sql): Sql =>
  sql`(select c."ConversionRate" from ${table('CurrencyType')} c where c."IsoCode" = ${code})`;

/** Whether amounts of the source are in the currency that each row names. */
const hasCurrency = ({ object }: Source, field: FieldDefinition): boolean =>
  field.type === 'currency' && object.fields.has('currencyisocode');

/** An amount in the corporate currency, in which amounts of several rows are added and compared. */
export const corporateAmount = (source: Source, field: FieldDefinition, amount: Sql): Sql =>
  hasCurrency(source, field) ? sql`(${amount} / ${rateOf(column(source.alias, 'CurrencyIsoCode'))})` : amount;

/** convertCurrency(): an amount in the currency of the user. */
export const amountIn = (source: Source, field: FieldDefinition, amount: Sql, currency: string): Sql =>
  hasCurrency(source, field)
    ? sql`round(${corporateAmount(source, field, amount)} * ${rateOf(sql`${currency}`)}, 2)`
    : amount;
