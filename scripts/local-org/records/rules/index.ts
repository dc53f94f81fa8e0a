import type { ObjectRules } from '../change.ts';
import { eventRules, taskRules } from './activity.ts';
import { contactRoleRules } from './contact-role.ts';
import { contentVersionRules } from './content.ts';
import { contractRules } from './contract.ts';
import { lineItemRules } from './line-item.ts';
import { opportunityRules } from './opportunity.ts';
import { personRules, rightsRules, userRules } from './person.ts';
import { pricebookEntryRules, productRules } from './products.ts';
import { teamMemberRules } from './team.ts';

const RULES: Readonly<Record<string, ObjectRules>> = {
  Contact: personRules,
  ContentVersion: contentVersionRules,
  Contract: contractRules,
  CustomPermission: rightsRules,
  Event: eventRules,
  FieldPermissions: rightsRules,
  GroupMember: rightsRules,
  Lead: personRules,
  ObjectPermissions: rightsRules,
  Opportunity: opportunityRules,
  OpportunityContactRole: contactRoleRules,
  OpportunityLineItem: lineItemRules,
  OpportunityTeamMember: teamMemberRules,
  Organization: rightsRules,
  PermissionSet: rightsRules,
  PermissionSetAssignment: rightsRules,
  PricebookEntry: pricebookEntryRules,
  Product2: productRules,
  SetupEntityAccess: rightsRules,
  Task: taskRules,
  User: userRules,
  UserRole: rightsRules,
};
const NONE: ObjectRules = {};

/** What an object does by itself; custom objects do nothing. */
export const rulesOf = (object: string): ObjectRules => RULES[object] ?? NONE;
