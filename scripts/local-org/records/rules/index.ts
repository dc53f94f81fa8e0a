import type { ObjectRules } from '../change.ts';
import { opportunityRules } from './opportunity.ts';
import { personRules, rightsRules, userRules } from './person.ts';

const RULES: Readonly<Record<string, ObjectRules>> = {
  Opportunity: opportunityRules,
  Contact: personRules,
  Lead: personRules,
  User: userRules,
  UserRole: rightsRules,
  Profile: rightsRules,
  PermissionSet: rightsRules,
  PermissionSetAssignment: rightsRules,
  ObjectPermissions: rightsRules,
  FieldPermissions: rightsRules,
  SetupEntityAccess: rightsRules,
  CustomPermission: rightsRules,
  Organization: rightsRules,
  GroupMember: rightsRules,
};
const NONE: ObjectRules = {};

/** What an object does by itself; custom objects do nothing. */
export const rulesOf = (object: string): ObjectRules => RULES[object] ?? NONE;
