import { type Kysely, sql } from 'kysely';
import { makeTenantTable } from './tenant-table.ts';

const columnTypes = {
  id: 'text collate "C"',
  text: 'text',
  boolean: 'boolean',
  integer: 'integer',
  number: 'numeric',
  date: 'date',
  instant: 'timestamptz(0)',
} as const;

const kinds = ['id', 'text', 'boolean', 'integer', 'number', 'date', 'instant'] as const;

type Columns = Partial<Record<(typeof kinds)[number], readonly string[]>>;

/** As they were when this migration was made; the names are Salesforce's own. */
const mirrors: Record<string, Columns> = {
  mirror_user_role: { text: ['Name'], id: ['ParentRoleId'] },
  mirror_user: {
    text: ['Name', 'UserType', 'TimeZoneSidKey', 'LocaleSidKey'],
    boolean: ['IsActive'],
    id: ['ManagerId', 'UserRoleId'],
  },
  mirror_account: {
    text: ['Name', 'Type', 'Industry', 'BillingCountry', 'CurrencyIsoCode'],
    id: ['OwnerId', 'ParentId', 'CreatedById'],
    integer: ['NumberOfEmployees'],
    number: ['AnnualRevenue'],
    instant: ['CreatedDate'],
  },
  mirror_contact: {
    id: ['AccountId', 'OwnerId', 'CreatedById'],
    text: ['Name', 'Title'],
    boolean: ['HasOptedOutOfEmail'],
    instant: ['CreatedDate'],
  },
  mirror_opportunity: {
    text: [
      'Name',
      'StageName',
      'Type',
      'CurrencyIsoCode',
      'Inspire_Challenge__c',
      'Inspire_Use_Case__c',
      'Inspire_Competitor__c',
    ],
    id: ['AccountId', 'OwnerId', 'RecordTypeId', 'CreatedById'],
    number: ['Amount', 'Probability'],
    date: ['CloseDate', 'Inspire_Change_Decision_Date__c'],
    boolean: ['IsClosed', 'IsWon'],
    instant: ['CreatedDate'],
  },
  mirror_opportunity_history: {
    id: ['OpportunityId', 'CreatedById'],
    text: ['StageName', 'CurrencyIsoCode'],
    number: ['Amount', 'Probability'],
    date: ['CloseDate'],
    instant: ['CreatedDate'],
  },
  mirror_opportunity_contact_role: {
    id: ['OpportunityId', 'ContactId', 'CreatedById'],
    text: ['Role'],
    boolean: ['IsPrimary'],
    instant: ['CreatedDate'],
  },
  mirror_task: {
    id: ['OwnerId', 'WhoId', 'WhatId', 'AccountId', 'CreatedById'],
    text: ['Subject', 'Inspire_Key__c', 'Status', 'TaskSubtype'],
    date: ['ActivityDate'],
    boolean: ['IsArchived', 'IsClosed'],
    instant: ['CreatedDate', 'CompletedDateTime'],
  },
  mirror_event: {
    id: ['OwnerId', 'WhoId', 'WhatId', 'AccountId', 'CreatedById'],
    text: ['Subject', 'Inspire_Key__c'],
    date: ['ActivityDate'],
    boolean: ['IsArchived', 'IsAllDayEvent'],
    instant: ['CreatedDate', 'StartDateTime', 'EndDateTime'],
  },
  mirror_email_message: {
    id: ['RelatedToId', 'ActivityId', 'ReplyToEmailMessageId', 'CreatedById'],
    boolean: ['Incoming'],
    text: ['Status'],
    instant: ['MessageDate', 'CreatedDate'],
  },
  mirror_contract: {
    id: ['AccountId', 'OwnerId', 'CreatedById'],
    text: ['Status'],
    date: ['StartDate', 'EndDate'],
    integer: ['ContractTerm'],
    instant: ['CreatedDate'],
  },
  mirror_asset: {
    id: ['AccountId', 'ContactId', 'Product2Id', 'CreatedById'],
    text: ['Status'],
    date: ['InstallDate', 'UsageEndDate'],
    boolean: ['IsCompetitorProduct'],
    instant: ['CreatedDate'],
  },
  mirror_holiday: {
    text: ['Name', 'RecurrenceType', 'RecurrenceInstance', 'RecurrenceMonthOfYear'],
    date: ['ActivityDate', 'RecurrenceStartDate', 'RecurrenceEndDateOnly'],
    boolean: ['IsAllDay', 'IsRecurrence'],
    integer: ['RecurrenceInterval', 'RecurrenceDayOfWeekMask', 'RecurrenceDayOfMonth'],
  },
};

/** Tables that are asked for by a parent. */
const lookups: readonly (readonly [table: string, column: string])[] = [
  ['mirror_user', 'ManagerId'],
  ['mirror_contact', 'AccountId'],
  ['mirror_opportunity', 'AccountId'],
  ['mirror_opportunity', 'OwnerId'],
  ['mirror_opportunity_history', 'OpportunityId'],
  ['mirror_opportunity_contact_role', 'OpportunityId'],
  ['mirror_opportunity_contact_role', 'ContactId'],
  ['mirror_task', 'WhatId'],
  ['mirror_task', 'WhoId'],
  ['mirror_event', 'WhatId'],
  ['mirror_event', 'WhoId'],
  ['mirror_email_message', 'RelatedToId'],
  ['mirror_contract', 'AccountId'],
  ['mirror_asset', 'AccountId'],
];

/** What is kept of Salesforce's records, one table an object. A deleted record stays as a row that says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(mirrors)) await createMirror(db, table, columns);
  for (const [table, column] of lookups) {
    const name = sql.id(`${table}_${column}`);
    await sql`create index ${name} on ${sql.table(table)} (org_id, ${sql.id(column)})`.execute(db);
  }
}

async function createMirror(db: Kysely<unknown>, table: string, columns: Columns): Promise<void> {
  const own = kinds.flatMap((kind) =>
    (columns[kind] ?? []).map((name) => sql`${sql.id(name)} ${sql.raw(columnTypes[kind])}`),
  );
  await sql`
    create table ${sql.table(table)} (
      org_id text not null references organization on delete cascade,
      "Id" text collate "C" not null,
      ${sql.join(own)},
      "SystemModstamp" timestamptz(0) not null,
      "IsDeleted" boolean not null default false,
      primary key (org_id, "Id")
    )
  `.execute(db);
  await makeTenantTable(db, table, 'select, insert, update, delete');
}
