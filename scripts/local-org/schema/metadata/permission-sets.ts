import { z } from 'zod';
import { type MetadataSource, xmlBoolean } from './source.ts';

const permissionSet = z.object({
  label: z.string(),
  description: z.string().optional(),
  fieldPermissions: z
    .array(z.object({ field: z.string(), readable: xmlBoolean, editable: xmlBoolean }))
    .default([]),
  objectPermissions: z
    .array(
      z.object({
        object: z.string(),
        allowRead: xmlBoolean.default(false),
        allowCreate: xmlBoolean.default(false),
        allowEdit: xmlBoolean.default(false),
        allowDelete: xmlBoolean.default(false),
        viewAllRecords: xmlBoolean.default(false),
        modifyAllRecords: xmlBoolean.default(false),
      }),
    )
    .default([]),
  customPermissions: z.array(z.object({ name: z.string(), enabled: xmlBoolean })).default([]),
  userPermissions: z.array(z.object({ name: z.string(), enabled: xmlBoolean })).default([]),
});
const customPermission = z.object({ label: z.string(), description: z.string().optional() });

/** A permission set of the project. */
export interface PermissionSetSource extends z.infer<typeof permissionSet> {
  name: string;
}
export interface CustomPermissionSource extends z.infer<typeof customPermission> {
  name: string;
}

export const readPermissionSets = (source: MetadataSource): PermissionSetSource[] =>
  source.files('permissionset').map((file) => ({
    name: file.name,
    ...permissionSet.parse(
      file.read(['fieldPermissions', 'objectPermissions', 'customPermissions', 'userPermissions']),
    ),
  }));

export const readCustomPermissions = (source: MetadataSource): CustomPermissionSource[] =>
  source
    .files('customPermission')
    .map((file) => ({ name: file.name, ...customPermission.parse(file.read()) }));
