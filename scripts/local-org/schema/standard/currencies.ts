import type { FieldDefinition, FieldSpec } from '../field.ts';
import { boolean, double, int, picklist, required } from '../field.ts';
import type { ObjectSpec } from '../object.ts';

const CODES = ['AUD', 'CAD', 'CHF', 'EUR', 'GBP', 'JPY', 'USD'];

/** The org is a multi-currency org: amounts are in the currency of their row, which defaults to the user's. */
export const currencyCode = (...options: readonly Partial<FieldDefinition>[]): FieldSpec =>
  picklist(
    CODES,
    {
      label: 'Currency ISO Code',
      restricted: true,
      nillable: false,
      defaultedOnCreate: true,
      permissionable: false,
      length: 3,
    },
    ...options,
  );

export const currencies: Record<string, ObjectSpec> = {
  CurrencyType: {
    prefix: '01L',
    sharing: { model: 'setup' },
    softDelete: false,
    fields: {
      IsoCode: picklist(CODES, required, { length: 3, nameField: true }),
      ConversionRate: double(18, 6, required),
      DecimalPlaces: int(required),
      IsActive: boolean(true),
      IsCorporate: boolean(),
    },
  },
};
