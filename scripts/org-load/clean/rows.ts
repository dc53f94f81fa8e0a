import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const text = z.string();
const name = (what: string): z.ZodString => text.min(1, `${what} is missing`);
/** A text read by `read`, or null where there is none; what can not be read is told with column and value. */
const optional = <T>(
  column: string,
  what: string,
  read: (value: string) => T | undefined,
): z.ZodType<T | null, string> =>
  text.transform((value, context) => {
    if (value === '') return null;
    const result = read(value);
    if (result !== undefined) return result;
    context.addIssue({ code: 'custom', message: `${column} "${value}" is not ${what}` });
    return z.NEVER;
  });

const number = (column: string): z.ZodType<number | null, string> =>
  optional(column, 'a number of zero or more', (value) => {
    const read = Number(value);
    return Number.isFinite(read) && read >= 0 ? read : undefined;
  });

/** `3/1/2017` (month first) or `2017-03-01`. */
function dateOf(value: string): Temporal.PlainDate | undefined {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
  const iso = year === undefined ? value : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const day = (column: string): z.ZodType<Temporal.PlainDate | null, string> =>
  optional(column, 'a date such as 3/31/2017', dateOf);

export const accountRow = z.object({
  account: name('account'),
  sector: text,
  year_established: number('year_established'),
  revenue: number('revenue'),
  employees: number('employees'),
  office_location: text,
  subsidiary_of: text,
});

export const productRow = z.object({
  product: name('product'),
  series: text,
  sales_price: number('sales_price').pipe(z.number('sales_price is missing')),
});

export const teamRow = z.object({ sales_agent: name('sales_agent'), manager: text, regional_office: text });

export const dealRow = z.object({
  opportunity_id: name('opportunity_id'),
  sales_agent: name('sales_agent'),
  product: name('product'),
  account: text,
  deal_stage: name('deal_stage'),
  engage_date: day('engage_date'),
  close_date: day('close_date'),
  close_value: number('close_value'),
});

export type AccountRow = z.infer<typeof accountRow>;
export type ProductRow = z.infer<typeof productRow>;
export type TeamRow = z.infer<typeof teamRow>;
export type DealRow = z.infer<typeof dealRow>;
