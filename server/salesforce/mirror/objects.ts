/** How a field of Salesforce is kept: numbers exactly, dates as civil days, instants to the second. */
export type FieldKind = 'id' | 'text' | 'boolean' | 'integer' | 'number' | 'date' | 'instant';

export interface MirroredObject {
  /** API name to kind, without `Id` and `SystemModstamp`, which every object has. */
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** `quick` objects decide what a rep sees next; the others may lag by minutes. */
  readonly pace: 'quick' | 'slow';
  /** Rows that are gone are found by `IsDeleted`; the few objects without it are read whole. */
  readonly deletion: 'marked' | 'readWhole' | 'never';
}

const created = { CreatedDate: 'instant', CreatedById: 'id' } as const;
const activity = {
  OwnerId: 'id',
  WhoId: 'id',
  WhatId: 'id',
  AccountId: 'id',
  Subject: 'text',
  ActivityDate: 'date',
  IsArchived: 'boolean',
  Inspire_Key__c: 'text',
  ...created,
} as const;

/**
 * All that is mirrored of an org: this list is the allow-list. No bodies of mails, no descriptions, no addresses of people.
 * A field that an org lacks or hides is named and stays empty.
 */
export const mirroredObjects = {
  UserRole: { pace: 'slow', deletion: 'readWhole', fields: { Name: 'text', ParentRoleId: 'id' } },
  RecordType: {
    pace: 'slow',
    deletion: 'readWhole',
    fields: { DeveloperName: 'text', SobjectType: 'text' },
  },
  User: {
    pace: 'slow',
    deletion: 'never',
    fields: {
      Name: 'text',
      IsActive: 'boolean',
      UserType: 'text',
      ManagerId: 'id',
      UserRoleId: 'id',
      TimeZoneSidKey: 'text',
      LocaleSidKey: 'text',
    },
  },
  Account: {
    pace: 'slow',
    deletion: 'marked',
    fields: {
      Name: 'text',
      OwnerId: 'id',
      ParentId: 'id',
      Type: 'text',
      Industry: 'text',
      BillingCountry: 'text',
      NumberOfEmployees: 'integer',
      AnnualRevenue: 'number',
      CurrencyIsoCode: 'text',
      Inspire_Competitor_Term_End__c: 'date',
      ...created,
    },
  },
  Contact: {
    pace: 'slow',
    deletion: 'marked',
    fields: {
      AccountId: 'id',
      OwnerId: 'id',
      Name: 'text',
      Title: 'text',
      HasOptedOutOfEmail: 'boolean',
      EmailBouncedDate: 'instant',
      ...created,
    },
  },
  Opportunity: {
    pace: 'quick',
    deletion: 'marked',
    fields: {
      Name: 'text',
      AccountId: 'id',
      OwnerId: 'id',
      RecordTypeId: 'id',
      StageName: 'text',
      Type: 'text',
      Amount: 'number',
      CurrencyIsoCode: 'text',
      Probability: 'number',
      CloseDate: 'date',
      IsClosed: 'boolean',
      IsWon: 'boolean',
      Inspire_Challenge__c: 'text',
      Inspire_Use_Case__c: 'text',
      Inspire_Competitor__c: 'text',
      Inspire_Change_Decision_Date__c: 'date',
      Inspire_Delivery_Date__c: 'date',
      ...created,
    },
  },
  OpportunityHistory: {
    pace: 'quick',
    deletion: 'marked',
    fields: {
      OpportunityId: 'id',
      StageName: 'text',
      Amount: 'number',
      CurrencyIsoCode: 'text',
      Probability: 'number',
      CloseDate: 'date',
      ...created,
    },
  },
  OpportunityContactRole: {
    pace: 'quick',
    deletion: 'marked',
    fields: { OpportunityId: 'id', ContactId: 'id', Role: 'text', IsPrimary: 'boolean', ...created },
  },
  OpportunityTeamMember: {
    pace: 'slow',
    deletion: 'marked',
    fields: { OpportunityId: 'id', UserId: 'id', TeamMemberRole: 'text' },
  },
  Task: {
    pace: 'quick',
    deletion: 'marked',
    fields: {
      ...activity,
      Status: 'text',
      IsClosed: 'boolean',
      TaskSubtype: 'text',
      CompletedDateTime: 'instant',
    },
  },
  Event: {
    pace: 'quick',
    deletion: 'marked',
    fields: { ...activity, StartDateTime: 'instant', EndDateTime: 'instant', IsAllDayEvent: 'boolean' },
  },
  EmailMessage: {
    pace: 'slow',
    deletion: 'marked',
    fields: {
      RelatedToId: 'id',
      ActivityId: 'id',
      ReplyToEmailMessageId: 'id',
      Incoming: 'boolean',
      Status: 'text',
      MessageDate: 'instant',
      ...created,
    },
  },
  Contract: {
    pace: 'slow',
    deletion: 'marked',
    fields: {
      AccountId: 'id',
      OwnerId: 'id',
      Status: 'text',
      StartDate: 'date',
      EndDate: 'date',
      ContractTerm: 'integer',
      ...created,
    },
  },
  Asset: {
    pace: 'slow',
    deletion: 'marked',
    fields: {
      AccountId: 'id',
      ContactId: 'id',
      Product2Id: 'id',
      Status: 'text',
      InstallDate: 'date',
      UsageEndDate: 'date',
      IsCompetitorProduct: 'boolean',
      ...created,
    },
  },
  Holiday: {
    pace: 'slow',
    deletion: 'readWhole',
    fields: {
      Name: 'text',
      ActivityDate: 'date',
      IsAllDay: 'boolean',
      IsRecurrence: 'boolean',
      RecurrenceType: 'text',
      RecurrenceInterval: 'integer',
      RecurrenceDayOfWeekMask: 'integer',
      RecurrenceDayOfMonth: 'integer',
      RecurrenceInstance: 'text',
      RecurrenceMonthOfYear: 'text',
      RecurrenceStartDate: 'date',
      RecurrenceEndDateOnly: 'date',
    },
  },
} as const satisfies Readonly<Record<string, MirroredObject>>;

export type ObjectName = keyof typeof mirroredObjects;
