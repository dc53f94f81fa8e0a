import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { SYSTEM_PERMISSIONS, type SystemPermission } from '../schema/standard/permissions.ts';
import type { Access, ObjectAccess } from './access.ts';
import { loadFamily } from './role-hierarchy.ts';

const NOTHING: ObjectAccess = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};

interface UserRow {
  timeZone: string;
  locale: string;
  currency: string;
  active: boolean;
}

interface OrganizationRow {
  Account: string;
  Contact: string;
  Opportunity: string;
  Lead: string;
  Campaign: string;
  month: number;
}

/** What a user may; null if there is no such active user. */
export async function loadAccess(db: Executor, userId: string): Promise<Access | null> {
  const user = await loadUser(db, userId);
  if (!user?.active) return null;
  const sets = await permissionSetsOf(db, userId);
  const [objects, fields, system, customPermissions, family, organization] = await Promise.all([
    loadObjects(db, sets),
    loadFields(db, sets),
    loadSystem(db, sets),
    loadCustomPermissions(db, sets),
    loadFamily(db, userId),
    loadOrganization(db),
  ]);
  const has = (permission: SystemPermission): boolean => system.has(permission);
  const object = (definition: ObjectDefinition): ObjectAccess =>
    objectAccess(definition, objects.get(definition.name), has);
  return {
    userId,
    system: false,
    timeZone: user.timeZone,
    locale: user.locale,
    currency: user.currency,
    object,
    canRead: (definition, field) => fieldAccess(definition, field, fields) !== 'none',
    canEdit: (definition, field) => fieldAccess(definition, field, fields) === 'edit',
    has,
    customPermissions,
    ...family,
    ...organization,
  };
}

/** Setup objects are read by everybody; data needs a grant, or permission to see or change all of it. */
function objectAccess(
  definition: ObjectDefinition,
  granted: ObjectAccess | undefined,
  has: Access['has'],
): ObjectAccess {
  const isSetup = definition.sharing.model === 'setup';
  const canSetUp = has('CustomizeApplication') || has('ManageUsers');
  if (isSetup || definition.virtual) {
    return {
      read: true,
      create: canSetUp,
      edit: canSetUp,
      delete: canSetUp,
      viewAll: true,
      modifyAll: canSetUp,
    };
  }
  const own = granted ?? NOTHING;
  const viewAll = has('ViewAllData') || has('ModifyAllData') || own.viewAll;
  return {
    ...own,
    viewAll: own.read && viewAll,
    modifyAll: own.read && (own.modifyAll || has('ModifyAllData')),
  };
}

type FieldAccess = 'none' | 'read' | 'edit';

/** Field permissions decide about permissionable fields only; the rest is as open as the object. */
function fieldAccess(
  object: ObjectDefinition,
  field: FieldDefinition,
  granted: ReadonlyMap<string, FieldAccess>,
): FieldAccess {
  const isOpen =
    object.sharing.model === 'setup' || object.virtual || (!field.permissionable && field.compound === null);
  return isOpen ? 'edit' : (granted.get(`${object.name}.${field.compound ?? field.name}`) ?? 'none');
}

async function loadUser(db: Executor, userId: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`select "TimeZoneSidKey" as "timeZone", "LocaleSidKey" as locale,
    "DefaultCurrencyIsoCode" as currency, "IsActive" as active from ${table('User')} where "Id" = ${userId}`.execute(
    db,
  );
  return rows[0];
}

/** The user's permission sets: those assigned, and the one that belongs to the profile. */
async function permissionSetsOf(db: Executor, userId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p."Id" as id from ${table('PermissionSet')} p join ${table('User')} u on p."ProfileId" = u."ProfileId" where u."Id" = ${userId}
    union select "PermissionSetId" from ${table('PermissionSetAssignment')} where "AssigneeId" = ${userId}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function loadObjects(db: Executor, sets: readonly string[]): Promise<Map<string, ObjectAccess>> {
  const { rows } = await sql<
    ObjectAccess & { object: string }
  >`select "SobjectType" as object, bool_or("PermissionsRead") as read,
    bool_or("PermissionsCreate") as create, bool_or("PermissionsEdit") as edit, bool_or("PermissionsDelete") as delete,
    bool_or("PermissionsViewAllRecords") as "viewAll", bool_or("PermissionsModifyAllRecords") as "modifyAll"
    from ${table('ObjectPermissions')} where "ParentId" = any(${sets}) group by "SobjectType"`.execute(db);
  return new Map(rows.map(({ object, ...access }) => [object, access]));
}

async function loadFields(db: Executor, sets: readonly string[]): Promise<Map<string, FieldAccess>> {
  const { rows } = await sql<{
    field: string;
    read: boolean;
    edit: boolean;
  }>`select "Field" as field, bool_or("PermissionsRead") as read,
    bool_or("PermissionsEdit") as edit from ${table('FieldPermissions')} where "ParentId" = any(${sets}) group by "Field"`.execute(
    db,
  );
  return new Map(rows.map(({ field, read, edit }) => [field, edit ? 'edit' : read ? 'read' : 'none']));
}

async function loadSystem(db: Executor, sets: readonly string[]): Promise<Set<SystemPermission>> {
  const columns = SYSTEM_PERMISSIONS.map(
    (name) => sql`bool_or(${sql.id(`Permissions${name}`)}) as ${sql.id(name)}`,
  );
  const { rows } = await sql<Partial<Record<SystemPermission, boolean | null>>>`select ${sql.join(columns)}
    from ${table('PermissionSet')} where "Id" = any(${sets})`.execute(db);
  return new Set(SYSTEM_PERMISSIONS.filter((name) => rows[0]?.[name] === true));
}

async function loadCustomPermissions(db: Executor, sets: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    name: string;
  }>`select distinct c."DeveloperName" as name from ${table('SetupEntityAccess')} a
    join ${table('CustomPermission')} c on c."Id" = a."SetupEntityId" where a."ParentId" = any(${sets})`.execute(
    db,
  );
  return new Set(rows.map(({ name }) => name));
}

async function loadOrganization(db: Executor): Promise<Pick<Access, 'defaults' | 'fiscalYearStartMonth'>> {
  const { rows } = await sql<OrganizationRow>`select "DefaultAccountAccess" as "Account",
    "DefaultContactAccess" as "Contact", "DefaultOpportunityAccess" as "Opportunity", "DefaultLeadAccess" as "Lead",
    "DefaultCampaignAccess" as "Campaign", coalesce("FiscalYearStartMonth", 1) as month from ${table('Organization')}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return { defaults: {}, fiscalYearStartMonth: 1 };
  const { month, ...defaults } = row;
  return { defaults, fiscalYearStartMonth: month };
}
