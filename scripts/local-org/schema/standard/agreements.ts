import { address, boolean, currency, date, datetime, double, int, nameField, picklist, readOnly, reference, required, text, textarea, time } from '../field.ts';
import type { ObjectSpec } from '../object.ts';
import { owner } from '../object.ts';
import { currencyCode } from './currencies.ts';
import { RECURRENCE_TYPES } from './values.ts';

const viewed = { LastViewedDate: datetime(readOnly), LastReferencedDate: datetime(readOnly) };
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const openingTimes = Object.fromEntries(
  WEEKDAYS.flatMap((day) => [
    [`${day}StartTime`, time()],
    [`${day}EndTime`, time()],
  ]),
);

/** What runs after a deal is won, and the calendars that dates are counted by. */
export const agreements: Record<string, ObjectSpec> = {
  Contract: {
    prefix: '800',
    sharing: { model: 'owner', default: 'Edit' },
    fields: {
      AccountId: reference('Account', 'Contracts', required, { onParentDelete: 'restrict' }),
      Pricebook2Id: reference('Pricebook2', null),
      OwnerExpirationNotice: picklist(['15', '30', '45', '60', '90', '120'], { length: 40 }),
      StartDate: date({ label: 'Contract Start Date' }),
      EndDate: date(readOnly, { label: 'Contract End Date', calculated: true }),
      ...address('Billing'),
      ContractTerm: int(),
      OwnerId: owner(),
      Status: picklist(['In Approval Process', 'Activated', '*Draft'], { nillable: false }),
      StatusCode: picklist(['Draft', 'InApproval', 'Activated', 'Terminated', 'Expired', 'Rejected', 'Negotiating', 'AwaitingSignature', 'SignatureDeclined', 'Signed', 'Cancelled'], readOnly),
      CompanySignedId: reference('User', null),
      CompanySignedDate: date(),
      CustomerSignedId: reference('Contact', 'ContractsSigned'),
      CustomerSignedTitle: text(40),
      CustomerSignedDate: date(),
      SpecialTerms: textarea(4000),
      ActivatedById: reference('User', null),
      ActivatedDate: datetime(),
      Description: textarea(32_000),
      Name: text(80),
      ContractNumber: text(30, readOnly, nameField, { autoNumber: '{00000000}' }),
      LastActivityDate: date(readOnly),
      ...viewed,
      CurrencyIsoCode: currencyCode(),
    },
  },
  Asset: {
    prefix: '02i',
    sharing: { model: 'owner', default: 'ControlledByParent' },
    fields: {
      ContactId: reference('Contact', 'Assets'),
      AccountId: reference('Account', 'Assets', { onParentDelete: 'cascade' }),
      ParentId: reference('Asset', 'ChildAssets'),
      RootAssetId: reference('Asset', null, readOnly),
      Product2Id: reference('Product2', 'Assets', { onParentDelete: 'restrict' }),
      IsCompetitorProduct: boolean(false, { label: 'Competitor Asset' }),
      Name: text(255, required, nameField, { label: 'Asset Name' }),
      SerialNumber: text(80),
      InstallDate: date(),
      PurchaseDate: date(),
      UsageEndDate: date(),
      Status: picklist(['Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased']),
      Price: currency(),
      Quantity: double(10, 2),
      Description: textarea(32_000),
      OwnerId: owner(),
      ...viewed,
      CurrencyIsoCode: currencyCode(),
    },
  },
  BusinessHours: {
    prefix: '01m',
    labelPlural: 'Business Hours',
    sharing: { model: 'setup' },
    softDelete: false,
    fields: {
      Name: text(80, required, nameField),
      IsActive: boolean(true, { label: 'Active' }),
      IsDefault: boolean(),
      ...openingTimes,
      TimeZoneSidKey: text(40, { nillable: false }),
    },
  },
  Holiday: {
    prefix: '0C0',
    sharing: { model: 'setup' },
    softDelete: false,
    fields: {
      Name: text(80, required, nameField),
      Description: text(255),
      IsAllDay: boolean(true),
      ActivityDate: date(),
      StartTimeInMinutes: int(),
      EndTimeInMinutes: int(),
      IsRecurrence: boolean(),
      RecurrenceStartDate: date(),
      RecurrenceEndDateOnly: date(),
      RecurrenceType: picklist(RECURRENCE_TYPES, { restricted: true }),
      RecurrenceInterval: int(),
      RecurrenceDayOfWeekMask: int(),
      RecurrenceDayOfMonth: int(),
      RecurrenceInstance: picklist(['First', 'Second', 'Third', 'Fourth', 'Last'], { restricted: true }),
      RecurrenceMonthOfYear: text(20),
    },
  },
};
