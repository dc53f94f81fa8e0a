import type { FieldValue, Row } from '../row.ts';

/** Forecast categories by the name that people see. */
export const FORECAST_CATEGORIES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  'Most Likely': 'MostLikely',
  Commit: 'Forecast',
  Closed: 'Closed',
};

/** Amount × probability, to the cent. */
export function expectedRevenue({ Amount: amount, Probability: probability }: Row): FieldValue {
  if (typeof amount !== 'number' || typeof probability !== 'number') return null;
  return Math.round(amount * probability) / 100;
}

export interface FiscalPeriod {
  year: number;
  quarter: number;
}

/** The fiscal period of a date; a fiscal year that begins in a later month than January is named after its end. */
export function fiscalPeriod(isoDate: string, startMonth: number): FiscalPeriod {
  const [year = 0, month = 1] = isoDate.split('-').map(Number);
  const quarter = Math.floor(((month - startMonth + 12) % 12) / 3) + 1;
  return { year: startMonth > 1 && month >= startMonth ? year + 1 : year, quarter };
}
