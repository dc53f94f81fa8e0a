import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { SystemPermission } from '../schema/standard/permissions.ts';

/** What profiles and permission sets let somebody do with an object's rows, before sharing. */
export interface ObjectAccess {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

/** On whose behalf something is read or written, and what that person may. */
export interface Access {
  userId: string;
  /** System mode sees and writes everything, as Apex without sharing does; stamps still name the user. */
  system: boolean;
  timeZone: string;
  locale: string;
  currency: string;
  object(object: ObjectDefinition): ObjectAccess;
  canRead(object: ObjectDefinition, field: FieldDefinition): boolean;
  canEdit(object: ObjectDefinition, field: FieldDefinition): boolean;
  has(permission: SystemPermission): boolean;
  customPermissions: ReadonlySet<string>;
  /** The user and everybody below in the role hierarchy, and the queues that they are members of. */
  family: readonly string[];
  /** Those of the family whose role opens the opportunities of the accounts that they own. */
  opportunityOpeners: { read: readonly string[]; edit: readonly string[] };
  /** 1 = January. */
  fiscalYearStartMonth: number;
  /** Organization-wide defaults by object name, as Organization has them. */
  defaults: Readonly<Record<string, string>>;
}

const EVERYTHING: ObjectAccess = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
};

/** The same person without any limit of sharing, objects or fields. */
export const systemAccess = (access: Access): Access => ({
  ...access,
  system: true,
  object: () => EVERYTHING,
  canRead: () => true,
  canEdit: () => true,
  has: () => true,
});
