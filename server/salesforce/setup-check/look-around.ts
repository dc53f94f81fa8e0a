import { z } from 'zod';
import type { OrgConnection } from '../connection/open.ts';
import { askTogether, readRows, then } from './composite.ts';
import type { Entry } from './enter-org.ts';
import { lookAtFields } from './fields.ts';
import type { Looked, OrgObservations } from './observations.ts';

const sets = { reps: 'Inspire_Rep', managers: 'Inspire_Manager', admins: 'Inspire_Admin' } as const;
const integrationSet = 'Inspire_Integration';

const assignedSchema = z.object({ Name: z.string(), people: z.int() });
const setSchema = z.object({ Id: z.string(), Name: z.string(), PermissionsViewAllData: z.boolean() });
const peopleSchema = z.object({ people: z.int(), managed: z.int(), placed: z.int() });
const userSchema = z.object({ Username: z.string() });

const setFields = 'Id, Name, PermissionsViewAllData';

const queriesAbout = (userId: string) => ({
  user: `SELECT Username FROM User WHERE Id = '${userId}'`,
  assigned: `SELECT PermissionSet.Name, COUNT_DISTINCT(AssigneeId) people FROM PermissionSetAssignment
    WHERE PermissionSet.Name IN ('${Object.values(sets).join("', '")}') AND Assignee.IsActive = true
    AND AssigneeId != '${userId}' GROUP BY PermissionSet.Name`,
  ownSets: `SELECT ${setFields} FROM PermissionSet
    WHERE Id IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${userId}')`,
  profileSet: `SELECT ${setFields} FROM PermissionSet
    WHERE ProfileId IN (SELECT ProfileId FROM User WHERE Id = '${userId}')`,
  people: `SELECT COUNT(Id) people, COUNT(ManagerId) managed, COUNT(UserRoleId) placed FROM User
    WHERE IsActive = true AND UserType = 'Standard' AND Id != '${userId}'`,
});

type PermissionSet = z.infer<typeof setSchema>;

const together = <Value>(one: Looked<Value[]>, other: Looked<Value[]>): Looked<Value[]> =>
  one.value && other.value ? { value: [...one.value, ...other.value] } : one.value ? other : one;

/** Objects that sharing hides by default, and the setting that says so. */
const shared = {
  Account: 'DefaultAccountAccess',
  Contact: 'DefaultContactAccess',
  Opportunity: 'DefaultOpportunityAccess',
} as const;

type SharedObject = keyof typeof shared;

const isPrivate = (object: SharedObject, defaults: Record<string, unknown>): boolean => {
  const access = defaults[shared[object]];
  if (access === 'ControlledByParent') return isPrivate('Account', defaults);
  return access !== 'Read' && access !== 'Edit';
};

/** Objects of which the user sees only what sharing opens: neither their default nor a permission opens all records. */
const lookAtAccess = async (
  connection: OrgConnection,
  own: Looked<PermissionSet[]>,
): Promise<Looked<string[]>> => {
  if (own.value === undefined) return { refused: own.refused ?? '' };
  if (own.value.some(({ PermissionsViewAllData }) => PermissionsViewAllData)) return { value: [] };
  const objects: SharedObject[] = ['Account', 'Contact', 'Opportunity'];
  const ids = own.value.map(({ Id }) => `'${Id}'`).join(', ');
  const answerTo = await askTogether(connection, {
    granted: `SELECT SobjectType FROM ObjectPermissions WHERE ParentId IN (${ids})
      AND PermissionsViewAllRecords = true AND SobjectType IN ('${objects.join("', '")}')`,
    defaults: `SELECT ${Object.values(shared).join(', ')} FROM Organization`,
  });
  const granted = readRows(answerTo('granted'), z.object({ SobjectType: z.string() }));
  const defaults = readRows(answerTo('defaults'), z.record(z.string(), z.unknown()));
  if (granted.value === undefined) return { refused: granted.refused ?? '' };
  const open = new Set(granted.value.map(({ SobjectType }) => SobjectType));
  return then(defaults, ([organization = {}]) =>
    objects.filter((object) => !open.has(object) && isPrivate(object, organization)),
  );
};

const countsOf = (rows: readonly z.infer<typeof assignedSchema>[]) => {
  const of = (set: string): number => rows.find(({ Name }) => Name === set)?.people ?? 0;
  return { reps: of(sets.reps), managers: of(sets.managers), admins: of(sets.admins) };
};

/** Looks around in an org as the integration user: about six calls. */
export const lookAround = async (
  connection: OrgConnection,
  { userId, skewSeconds }: Entry,
): Promise<OrgObservations> => {
  const fields = lookAtFields(connection);
  const answerTo = await askTogether(connection, queriesAbout(userId));
  const own = together(readRows(answerTo('ownSets'), setSchema), readRows(answerTo('profileSet'), setSchema));
  const [hiddenFields, partlySeen] = await Promise.all([fields, lookAtAccess(connection, own)]);
  return {
    ...{ skewSeconds, hiddenFields, partlySeen },
    username: readRows(answerTo('user'), userSchema).value?.[0]?.Username ?? userId,
    assigned: then(readRows(answerTo('assigned'), assignedSchema), countsOf),
    hasIntegrationSet: then(own, (all) => all.some(({ Name }) => Name === integrationSet)),
    people: then(
      readRows(answerTo('people'), peopleSchema),
      ([counts = { people: 0, managed: 0, placed: 0 }]) => counts,
    ),
  };
};
