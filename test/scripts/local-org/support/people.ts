import type { TestOrg } from './org.ts';

/** What tells a test user from another. */
export interface Person {
  name: string;
  role?: string | undefined;
  /** User id of the manager; it opens no records. */
  manager?: string | undefined;
  locale?: string;
  timeZone?: string;
}

/** Makes a role; answers its id. */
export async function makeRole(org: TestOrg, Name: string, ParentRoleId?: string): Promise<string> {
  const admin = await org.records.accessOf(org.adminId);
  const [role] = await org.records.create(admin, 'UserRole', [{ Name, ParentRoleId }]);
  return required(role?.id);
}

/** Makes a user with the profile Standard User and the fixture's permission set; answers the id. */
export async function makeUser(
  org: TestOrg,
  { name, role, manager, locale = 'en_US', timeZone = 'UTC' }: Person,
): Promise<string> {
  const admin = await org.records.accessOf(org.adminId);
  const profile = await org.records.query(admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const set = await org.records.query(admin, "SELECT Id FROM PermissionSet WHERE Name = 'Seller'");
  const [user] = await org.records.create(admin, 'User', [
    {
      Username: `${name}@test.example`,
      Email: `${name}@test.example`,
      LastName: name,
      Alias: name.slice(0, 8),
      TimeZoneSidKey: timeZone,
      LocaleSidKey: locale,
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ProfileId: profile.records[0]?.['Id'],
      UserRoleId: role,
      ManagerId: manager,
    },
  ]);
  const AssigneeId = required(user?.id);
  await org.records.create(admin, 'PermissionSetAssignment', [
    { PermissionSetId: set.records[0]?.['Id'], AssigneeId },
  ]);
  return AssigneeId;
}

function required(id: string | null | undefined): string {
  if (typeof id !== 'string') throw new Error('The record was not created.');
  return id;
}
