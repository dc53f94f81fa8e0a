import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const text = z.string();
const name = (what: string): z.ZodString => text.min(1, `${what} is missing`);
const optional = <T>(schema: z.ZodType<T, string>): z.ZodType<T | null, string> =>
  z.union([z.literal('').transform(() => null), schema]);
const number = (column: string): z.ZodType<number, string> =>
  text.transform((value, context) => {
    const read = Number(value);
    if (value !== '' && Number.isFinite(read) && read >= 0) return read;
    context.addIssue({ code: 'custom', message: `${column} "${value}" is not a number of zero or more` });
    return z.NEVER;
  });

/** `3/1/2017` (month first) or `2017-03-01`. */
const day = (column: string): z.ZodType<Temporal.PlainDate, string> =>
  text.transform((value, context) => {
    const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
    const iso = year === undefined ? value : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
    try {
      return Temporal.PlainDate.from(iso, { overflow: 'reject' });
    } catch {
      context.addIssue({ code: 'custom', message: `${column} "${value}" is not a date such as 3/31/2017` });
      return z.NEVER;
    }
  });

export const accountRow = z.object({
  account: name('account'),
  sector: text,
  year_established: optional(number('year_established')),
  revenue: optional(number('revenue')),
  employees: optional(number('employees')),
  office_location: text,
  subsidiary_of: text,
});

export const productRow = z.object({
  product: name('product'),
  series: text,
  sales_price: number('sales_price'),
});

export const teamRow = z.object({ sales_agent: name('sales_agent'), manager: text, regional_office: text });

export const dealRow = z.object({
  opportunity_id: name('opportunity_id'),
  sales_agent: name('sales_agent'),
  product: name('product'),
  account: text,
  deal_stage: name('deal_stage'),
  engage_date: optional(day('engage_date')),
  close_date: optional(day('close_date')),
  close_value: optional(number('close_value')),
});

export type AccountRow = z.infer<typeof accountRow>;
export type ProductRow = z.infer<typeof productRow>;
export type TeamRow = z.infer<typeof teamRow>;
export type DealRow = z.infer<typeof dealRow>;
