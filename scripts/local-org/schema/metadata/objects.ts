import { z } from 'zod';
import { type FieldSpec, nameField, readOnly, required, text } from '../field.ts';
import type { ObjectSpec, RecordTypeDefinition, Sharing } from '../object.ts';
import { assignPrefixes, type Prefixes } from '../prefixes.ts';
import { readField } from './fields.ts';
import { type MetadataFile, type MetadataSource, xmlBoolean, xmlNumber } from './source.ts';

const customObject = z.object({
  label: z.string().optional(),
  pluralLabel: z.string().optional(),
  sharingModel: z.enum(['Private', 'Read', 'ReadWrite', 'ControlledByParent']).optional(),
  nameField: z
    .object({
      label: z.string().optional(),
      type: z.string().default('Text'),
      length: xmlNumber.optional(),
      displayFormat: z.string().default('{0}'),
    })
    .optional(),
});
const recordType = z.object({
  fullName: z.string(),
  label: z.string(),
  description: z.string().optional(),
  active: xmlBoolean.default(true),
});
const SHARING = {
  Private: 'None',
  Read: 'Read',
  ReadWrite: 'Edit',
  ControlledByParent: 'ControlledByParent',
} as const;

/** What the project adds to the org's schema: new objects, and fields and record types of objects by name. */
export interface ProjectSchema {
  objects: Record<string, ObjectSpec>;
  fields: ReadonlyMap<string, Record<string, FieldSpec>>;
  recordTypes: ReadonlyMap<string, RecordTypeDefinition[]>;
}

/** @param kept key prefixes that the project's objects have already */
export function readSchema(source: MetadataSource, kept: Prefixes): ProjectSchema {
  const fields = new Map<string, Record<string, FieldSpec>>();
  for (const file of source.files('field')) {
    const field = readField(file);
    if (!field) continue;
    for (const object of carriersOf(objectOf(file)))
      fields.set(object, { ...fields.get(object), [field.name]: field.spec });
  }
  return { objects: readObjects(source, fields, kept), fields, recordTypes: readRecordTypes(source) };
}

/** A field of Activity is one of Task and of Event. */
const carriersOf = (object: string): string[] => (object === 'Activity' ? ['Task', 'Event'] : [object]);

/** `…/objects/Opportunity/fields/x.field-meta.xml` → `Opportunity`. */
const objectOf = (file: MetadataFile): string => file.folders[file.folders.lastIndexOf('objects') + 1] ?? '';

function readObjects(
  source: MetadataSource,
  fields: ReadonlyMap<string, Record<string, FieldSpec>>,
  kept: Prefixes,
): Record<string, ObjectSpec> {
  const custom = source.files('object').filter((file) => /__(c|mdt)$/.test(file.name));
  const prefixes = assignPrefixes(
    custom.map(({ name }) => name),
    kept,
  );
  return Object.fromEntries(
    custom.map((file) => {
      const prefix = prefixes.get(file.name) ?? '';
      const read = file.name.endsWith('__mdt') ? metadataType : dataObject;
      return [file.name, read(file, prefix, fields)];
    }),
  );
}

function dataObject(
  file: MetadataFile,
  prefix: string,
  fields: ReadonlyMap<string, Record<string, FieldSpec>>,
): ObjectSpec {
  const object = customObject.parse(file.read());
  const own = fields.get(file.name) ?? {};
  const autoNumber = object.nameField?.type === 'AutoNumber' ? object.nameField.displayFormat : null;
  const name = text(
    object.nameField?.length ?? 80,
    nameField,
    { label: object.nameField?.label ?? 'Name', autoNumber },
    autoNumber === null ? {} : readOnly,
  );
  const sharing = sharingOf(object.sharingModel, own);
  const ownerId: Record<string, FieldSpec> =
    sharing.model === 'owner'
      ? {
          OwnerId: {
            type: 'reference',
            length: 18,
            referenceTo: ['Group', 'User'],
            nillable: false,
            defaultedOnCreate: true,
            permissionable: false,
          },
        }
      : {};
  return { prefix, custom: true, ...labelsOf(object), sharing, fields: { ...ownerId, Name: name, ...own } };
}

function sharingOf(model: keyof typeof SHARING | undefined, fields: Record<string, FieldSpec>): Sharing {
  if (model !== 'ControlledByParent') return { model: 'owner', default: SHARING[model ?? 'ReadWrite'] };
  const master = Object.entries(fields).find(([, field]) => field.onParentDelete === 'cascade');
  return { model: 'parent', field: master?.[0] ?? '' };
}

function metadataType(
  file: MetadataFile,
  prefix: string,
  fields: ReadonlyMap<string, Record<string, FieldSpec>>,
): ObjectSpec {
  const object = customObject.parse(file.read());
  return {
    prefix,
    custom: true,
    customMetadata: true,
    ...labelsOf(object),
    sharing: { model: 'setup' },
    softDelete: false,
    stamps: 'none',
    writable: false,
    fields: {
      DeveloperName: text(40, required, { unique: true }),
      MasterLabel: text(40, required, { label: 'Label' }),
      Label: text(40, readOnly, nameField),
      Language: text(40, readOnly),
      NamespacePrefix: text(15, readOnly),
      QualifiedApiName: text(71, readOnly),
      ...fields.get(file.name),
    },
  };
}

const labelsOf = (object: z.infer<typeof customObject>): Pick<ObjectSpec, 'label' | 'labelPlural'> => ({
  ...(object.label === undefined ? {} : { label: object.label }),
  ...(object.pluralLabel === undefined ? {} : { labelPlural: object.pluralLabel }),
});

function readRecordTypes(source: MetadataSource): Map<string, RecordTypeDefinition[]> {
  const found = new Map<string, RecordTypeDefinition[]>();
  for (const file of source.files('recordType')) {
    const { fullName, label, description, active } = recordType.parse(file.read());
    const definition = { developerName: fullName, label, description: description ?? null, active };
    found.set(objectOf(file), [...(found.get(objectOf(file)) ?? []), definition]);
  }
  return found;
}
