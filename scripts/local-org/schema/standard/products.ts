import {
  boolean,
  createOnly,
  currency,
  date,
  datetime,
  double,
  int,
  nameField,
  percent,
  picklist,
  readOnly,
  reference,
  required,
  text,
  textarea,
} from '../field.ts';
import type { ObjectSpec } from '../object.ts';
import { master } from '../object.ts';
import { currencyCode } from './currencies.ts';

const viewed = { LastViewedDate: datetime(readOnly), LastReferencedDate: datetime(readOnly) };

export const products: Record<string, ObjectSpec> = {
  Product2: {
    prefix: '01t',
    label: 'Product',
    fields: {
      Name: text(255, required, nameField, { label: 'Product Name' }),
      ProductCode: text(255),
      Description: textarea(4000, { label: 'Product Description' }),
      IsActive: boolean(false, { label: 'Active' }),
      RecordTypeId: reference('RecordType'),
      Family: picklist(['None'], { label: 'Product Family' }),
      QuantityUnitOfMeasure: picklist(['Each']),
      DisplayUrl: text(1000),
      ExternalId: text(255),
      IsArchived: boolean(false, readOnly),
      StockKeepingUnit: text(180, { label: 'Product SKU' }),
      ...viewed,
      CurrencyIsoCode: currencyCode(),
    },
  },
  Pricebook2: {
    prefix: '01s',
    label: 'Price Book',
    fields: {
      Name: text(255, required, nameField, { label: 'Price Book Name' }),
      IsActive: boolean(false, { label: 'Active' }),
      IsArchived: boolean(false, readOnly),
      Description: textarea(255),
      IsStandard: boolean(false, readOnly, { label: 'Is Standard Price Book' }),
      ...viewed,
    },
  },
  PricebookEntry: {
    prefix: '01u',
    uniqueTogether: ['Pricebook2Id', 'Product2Id', 'CurrencyIsoCode'],
    label: 'Price Book Entry',
    labelPlural: 'Price Book Entries',
    fields: {
      Name: text(255, readOnly, nameField, { calculated: true, label: 'Product Name' }),
      Pricebook2Id: master('Pricebook2', 'PricebookEntries'),
      Product2Id: master('Product2', 'PricebookEntries'),
      UnitPrice: currency(required, { label: 'List Price' }),
      IsActive: boolean(false, { label: 'Active' }),
      UseStandardPrice: boolean(),
      ProductCode: text(255, readOnly, { calculated: true }),
      IsArchived: boolean(false, readOnly),
      CurrencyIsoCode: currencyCode(createOnly),
    },
  },
  OpportunityLineItem: {
    prefix: '00k',
    label: 'Opportunity Product',
    sharing: { model: 'parent', field: 'OpportunityId' },
    fields: {
      OpportunityId: master('Opportunity', 'OpportunityLineItems'),
      SortOrder: int(),
      PricebookEntryId: reference('PricebookEntry', 'OpportunityLineItems', createOnly, {
        onParentDelete: 'restrict',
      }),
      Product2Id: reference('Product2', 'OpportunityLineItems', createOnly, { onParentDelete: 'restrict' }),
      ProductCode: text(255, readOnly, { calculated: true }),
      Name: text(376, readOnly, nameField, { calculated: true, label: 'Opportunity Product Name' }),
      Quantity: double(12, 2, required),
      TotalPrice: currency({ defaultedOnCreate: true }),
      UnitPrice: currency({ label: 'Sales Price', defaultedOnCreate: true }),
      ListPrice: currency(readOnly),
      Subtotal: currency(readOnly, { calculated: true }),
      Discount: percent(2),
      ServiceDate: date({ label: 'Date' }),
      Description: text(255, { label: 'Line Description' }),
      CurrencyIsoCode: currencyCode(readOnly),
    },
  },
};
