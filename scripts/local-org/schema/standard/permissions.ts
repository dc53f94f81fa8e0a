import type { FieldSpec } from '../field.ts';
import { boolean, createOnly, nameField, picklist, readOnly, reference, required, text } from '../field.ts';
import type { ObjectSpec } from '../object.ts';

const setup = { model: 'setup' } as const;

/** System permissions that this org acts on or that clients ask for; each is a column of Profile and PermissionSet. */
export const SYSTEM_PERMISSIONS = [
  'ApiEnabled',
  'ApiUserOnly',
  'AssignPermissionSets',
  'AuthorApex',
  'BulkApiHardDelete',
  'CreateAuditFields',
  'CustomizeApplication',
  'EditEvent',
  'EditReadonlyFields',
  'EditTask',
  'LightningExperienceUser',
  'ManageRoles',
  'ManageUsers',
  'ModifyAllData',
  'RunReports',
  'TransferAnyEntity',
  'ViewAllData',
  'ViewAllUsers',
  'ViewRoles',
  'ViewSetup',
] as const;
export type SystemPermission = (typeof SYSTEM_PERMISSIONS)[number];

const systemPermissions = (): Record<string, FieldSpec> =>
  Object.fromEntries(SYSTEM_PERMISSIONS.map((name) => [`Permissions${name}`, boolean(false)]));

export const permissions: Record<string, ObjectSpec> = {
  Profile: {
    prefix: '00e',
    sharing: setup,
    softDelete: false,
    writable: false,
    fields: {
      Name: text(255, required, nameField),
      ...systemPermissions(),
      UserLicenseId: reference('UserLicense', null, createOnly, { nillable: false }),
      UserType: picklist(['Standard', 'AutomatedProcess'], readOnly, { length: 40 }),
      Description: text(255),
    },
  },
  PermissionSet: {
    prefix: '0PS',
    sharing: setup,
    softDelete: false,
    fields: {
      Name: text(80, required),
      Label: text(80, required, nameField),
      LicenseId: reference('UserLicense', null, createOnly),
      ProfileId: reference('Profile', null, readOnly, { onParentDelete: 'cascade' }),
      IsOwnedByProfile: boolean(false, readOnly),
      IsCustom: boolean(true, readOnly),
      ...systemPermissions(),
      Description: text(255),
      NamespacePrefix: text(15, readOnly),
      HasActivationRequired: boolean(false, createOnly),
      Type: picklist(['*Regular', 'Profile', 'Group', 'Standard', 'Session'], readOnly, { length: 40 }),
    },
  },
  PermissionSetAssignment: {
    prefix: '0Pa',
    uniqueTogether: ['PermissionSetId', 'AssigneeId'],
    sharing: setup,
    softDelete: false,
    stamps: 'none',
    writable: 'createAndDelete',
    fields: {
      PermissionSetId: reference('PermissionSet', 'Assignments', createOnly, required, {
        onParentDelete: 'cascade',
      }),
      AssigneeId: reference('User', 'PermissionSetAssignments', createOnly, required, {
        onParentDelete: 'cascade',
      }),
      IsActive: boolean(true, readOnly),
    },
  },
  ObjectPermissions: {
    prefix: '110',
    uniqueTogether: ['ParentId', 'SobjectType'],
    label: 'Object Permissions',
    labelPlural: 'Object Permissions',
    sharing: setup,
    softDelete: false,
    fields: {
      ParentId: reference('PermissionSet', 'ObjectPerms', createOnly, required, {
        onParentDelete: 'cascade',
      }),
      SobjectType: text(255, createOnly, required),
      PermissionsCreate: boolean(),
      PermissionsRead: boolean(),
      PermissionsEdit: boolean(),
      PermissionsDelete: boolean(),
      PermissionsViewAllRecords: boolean(),
      PermissionsModifyAllRecords: boolean(),
    },
  },
  FieldPermissions: {
    prefix: '01k',
    uniqueTogether: ['ParentId', 'Field'],
    label: 'Field Permissions',
    labelPlural: 'Field Permissions',
    sharing: setup,
    softDelete: false,
    stamps: 'none',
    fields: {
      ParentId: reference('PermissionSet', 'FieldPerms', createOnly, required, { onParentDelete: 'cascade' }),
      SobjectType: text(255, createOnly, required),
      Field: text(255, createOnly, required),
      PermissionsRead: boolean(),
      PermissionsEdit: boolean(),
    },
  },
  CustomPermission: {
    prefix: '0CP',
    sharing: setup,
    fields: {
      DeveloperName: text(80, required, nameField),
      Language: text(40, { defaultValue: 'en_US', defaultedOnCreate: true }),
      MasterLabel: text(80, required),
      NamespacePrefix: text(15, readOnly),
      IsProtected: boolean(),
      Description: text(255),
    },
  },
  SetupEntityAccess: {
    prefix: '0J0',
    uniqueTogether: ['ParentId', 'SetupEntityId'],
    sharing: setup,
    softDelete: false,
    stamps: 'none',
    writable: 'createAndDelete',
    fields: {
      ParentId: reference('PermissionSet', 'SetupEntityAccessItems', createOnly, required, {
        onParentDelete: 'cascade',
      }),
      SetupEntityId: reference('CustomPermission', 'SetupEntityAccessItems', createOnly, required, {
        onParentDelete: 'cascade',
      }),
      SetupEntityType: text(80, readOnly, { defaultValue: 'CustomPermission' }),
    },
  },
};
