import type { Row } from '../records/row.ts';
import { SYSTEM_PERMISSIONS, type SystemPermission } from '../schema/standard/permissions.ts';

/** Salesforce's own stages, in order: probability, forecast category and its name. */
const STAGES: readonly [string, number, string, string][] = [
  ['Prospecting', 10, 'Pipeline', 'Pipeline'],
  ['Qualification', 10, 'Pipeline', 'Pipeline'],
  ['Needs Analysis', 20, 'Pipeline', 'Pipeline'],
  ['Value Proposition', 50, 'Pipeline', 'Pipeline'],
  ['Id. Decision Makers', 60, 'Pipeline', 'Pipeline'],
  ['Perception Analysis', 70, 'Pipeline', 'Pipeline'],
  ['Proposal/Price Quote', 75, 'Pipeline', 'Pipeline'],
  ['Negotiation/Review', 90, 'Pipeline', 'Pipeline'],
  ['Closed Won', 100, 'Closed', 'Closed'],
  ['Closed Lost', 0, 'Omitted', 'Omitted'],
];

export const stageRows = (): Row[] =>
  STAGES.map(([name, probability, category, categoryName], index) => ({
    MasterLabel: name,
    ApiName: name,
    IsActive: true,
    SortOrder: index + 1,
    IsClosed: name.startsWith('Closed'),
    IsWon: name === 'Closed Won',
    ForecastCategory: category,
    ForecastCategoryName: categoryName,
    DefaultProbability: probability,
  }));

const labelled = (names: readonly string[], extra: (name: string, index: number) => Row): Row[] =>
  names.map((name, index) => ({
    MasterLabel: name,
    ApiName: name,
    SortOrder: index + 1,
    ...extra(name, index),
  }));

export const taskStatusRows = (): Row[] =>
  labelled(
    ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
    (name, index) => ({
      IsDefault: index === 0,
      IsClosed: name === 'Completed',
    }),
  );

export const taskPriorityRows = (): Row[] =>
  labelled(['High', 'Normal', 'Low'], (name) => ({
    IsDefault: name === 'Normal',
    IsHighPriority: name === 'High',
  }));

export const recordTypeRows = (): Row[] =>
  [
    ['New_Business', 'New Business'],
    ['Renewal', 'Renewal'],
  ].map(([DeveloperName = '', Name = '']) => ({ DeveloperName, Name, SobjectType: 'Opportunity' }));

export const currencyRows = (): Row[] =>
  [
    { IsoCode: 'USD', ConversionRate: 1, IsCorporate: true },
    { IsoCode: 'EUR', ConversionRate: 0.92, IsCorporate: false },
    { IsoCode: 'GBP', ConversionRate: 0.79, IsCorporate: false },
    { IsoCode: 'CHF', ConversionRate: 0.88, IsCorporate: false },
  ].map((row) => ({ ...row, DecimalPlaces: 2, IsActive: true }));

export const businessHoursRows = (): Row[] => [
  {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/Los_Angeles',
    ...Object.fromEntries(
      ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].flatMap((day) => [
        [`${day}StartTime`, '00:00:00.000Z'],
        [`${day}EndTime`, '00:00:00.000Z'],
      ]),
    ),
  },
];

export interface ProfileSeed {
  name: string;
  description: string;
  system: readonly SystemPermission[];
}

const EVERYDAY: readonly SystemPermission[] = [
  'ApiEnabled',
  'EditEvent',
  'EditTask',
  'LightningExperienceUser',
  'RunReports',
  'ViewRoles',
  'ViewSetup',
];

/** Profiles of a new org. Each may use every standard object; what sharing and system permissions add tells them apart. */
export const PROFILES: readonly ProfileSeed[] = [
  {
    name: 'System Administrator',
    description: 'Sees and changes everything.',
    system: SYSTEM_PERMISSIONS.filter(
      (name) => !['ApiUserOnly', 'BulkApiHardDelete', 'CreateAuditFields'].includes(name),
    ),
  },
  { name: 'Standard User', description: 'Works with records that sharing opens.', system: EVERYDAY },
  {
    name: 'Integration',
    description: 'For programs that load and read all data.',
    system: [
      'ApiEnabled',
      'ApiUserOnly',
      'BulkApiHardDelete',
      'CreateAuditFields',
      'EditEvent',
      'EditTask',
      'ModifyAllData',
      'ViewAllData',
      'ViewRoles',
    ],
  },
];
