import type { Row } from '../records/row.ts';
import type { SystemPermission } from '../schema/standard/permissions.ts';
import { type Seeding, seedRows } from './rows.ts';
import {
  businessHoursRows,
  currencyRows,
  PROFILES,
  type ProfileSeed,
  recordTypeRows,
  stageRows,
  taskPriorityRows,
  taskStatusRows,
} from './standard-rows.ts';

/** Ids of the org and of the two people that every new org has. */
export interface Founders {
  orgId: string;
  adminId: string;
  integrationId: string;
}

/** What a new org holds before anybody works in it. */
export async function foundOrganization(seeding: Seeding, founders: Founders): Promise<void> {
  await seedRows(seeding, 'Organization', [organization(founders.orgId)]);
  const profiles = await foundProfiles(seeding);
  await seedRows(seeding, 'User', [
    user(founders.adminId, 'Ada', 'Minn', 'admin', profiles.get('System Administrator') ?? ''),
    user(founders.integrationId, 'Integration', 'User', 'integration', profiles.get('Integration') ?? ''),
  ]);
  await seedRows(seeding, 'CurrencyType', currencyRows());
  await seedRows(seeding, 'OpportunityStage', stageRows());
  await seedRows(seeding, 'TaskStatus', taskStatusRows());
  await seedRows(seeding, 'TaskPriority', taskPriorityRows());
  await seedRows(seeding, 'RecordType', recordTypeRows());
  await seedRows(seeding, 'BusinessHours', businessHoursRows());
  await seedRows(seeding, 'Pricebook2', [{ Name: 'Standard Price Book', IsActive: true, IsStandard: true }]);
}

const organization = (Id: string): Row => ({
  Id,
  Name: 'Local Org',
  DefaultLocaleSidKey: 'en_US',
  TimeZoneSidKey: 'America/Los_Angeles',
  LanguageLocaleKey: 'en_US',
  FiscalYearStartMonth: 1,
  OrganizationType: 'Developer Edition',
  InstanceName: 'LOCAL',
  IsSandbox: false,
});

async function foundProfiles(seeding: Seeding): Promise<Map<string, string>> {
  const [license = ''] = await seedRows(seeding, 'UserLicense', [
    {
      LicenseDefinitionKey: 'SFDC',
      Name: 'Salesforce',
      MasterLabel: 'Salesforce',
      Status: 'Active',
      TotalLicenses: 1000,
      UsedLicenses: 0,
    },
  ]);
  const rows = PROFILES.map((profile) => profileRow(profile, license));
  const ids = await seedRows(seeding, 'Profile', rows);
  await seedRows(
    seeding,
    'PermissionSet',
    PROFILES.map((profile, index) => ownedSet(profile, ids[index] ?? '')),
  );
  return new Map(PROFILES.map((profile, index) => [profile.name, ids[index] ?? '']));
}

const granted = (permissions: readonly SystemPermission[]): Row =>
  Object.fromEntries(permissions.map((name) => [`Permissions${name}`, true]));

const profileRow = ({ name, description, system }: ProfileSeed, UserLicenseId: string): Row => ({
  Name: name,
  Description: description,
  UserLicenseId,
  UserType: 'Standard',
  ...granted(system),
});

/** The permission set behind a profile: what a profile grants is written there. */
const ownedSet = ({ name, system }: ProfileSeed, ProfileId: string): Row => ({
  Name: `X${ProfileId}`,
  Label: name,
  ProfileId,
  IsOwnedByProfile: true,
  Type: 'Profile',
  ...granted(system),
});

const user = (Id: string, FirstName: string, LastName: string, name: string, ProfileId: string): Row => ({
  Id,
  FirstName,
  LastName,
  Name: `${FirstName} ${LastName}`,
  Username: `${name}@local.example`,
  Email: `${name}@local.example`,
  Alias: name.slice(0, 8),
  CommunityNickname: name,
  ProfileId,
  UserType: 'Standard',
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
});
