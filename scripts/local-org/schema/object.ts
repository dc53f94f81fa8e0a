import { camelWords } from './labels.ts';
import type { FieldDefinition, FieldSpec } from './field.ts';
import { createOnly, datetime, boolean, readOnly, reference } from './field.ts';

/** Who sees the rows of an object, before profiles and permission sets. */
export type Sharing =
  /** Everybody may read; who may write is a question of object permissions alone. */
  | { model: 'public' }
  /** Owner, role hierarchy, teams; `default` is the organization-wide default until Organization says otherwise. */
  | { model: 'owner'; default: OrganizationWideDefault }
  /** Whoever reads the parent reads this, whoever edits the parent edits this. */
  | { model: 'parent'; field: string }
  /** Tasks and events: owner and above, readers of the related record. */
  | { model: 'activity' }
  /** Files: owner, and readers of a record that the file is linked to. */
  | { model: 'file'; documentField: string }
  /** Setup: everybody reads, administrators write. */
  | { model: 'setup' };
type OrganizationWideDefault = 'None' | 'Read' | 'Edit' | 'ControlledByParent';

export interface RecordTypeDefinition {
  developerName: string;
  label: string;
  description: string | null;
  active: boolean;
}

/** One SObject: its fields by lower-case name, and the rules that belong to the object as a whole. */
export interface ObjectDefinition {
  name: string;
  label: string;
  labelPlural: string;
  prefix: string;
  custom: boolean;
  customMetadata: boolean;
  sharing: Sharing;
  fields: ReadonlyMap<string, FieldDefinition>;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  /** Deleted rows stay, marked by IsDeleted, for queryAll. */
  softDelete: boolean;
  /** Answered by the org without a table. */
  virtual: boolean;
  recordTypes: readonly RecordTypeDefinition[];
  /** Fields whose values occur together in one row only. */
  uniqueTogether: readonly string[];
}

export interface ObjectSpec {
  prefix: string;
  label?: string;
  labelPlural?: string;
  sharing?: Sharing;
  softDelete?: boolean;
  /** Which system fields the object has beside Id and SystemModstamp. */
  stamps?: 'all' | 'created' | 'modified' | 'none';
  writable?: boolean | 'createAndDelete' | 'createAndUpdate' | 'update';
  virtual?: boolean;
  custom?: boolean;
  customMetadata?: boolean;
  recordTypes?: readonly RecordTypeDefinition[];
  uniqueTogether?: readonly string[];
  fields: Record<string, FieldSpec>;
}

const DEFAULTS: Omit<FieldDefinition, 'name' | 'label' | 'type'> = {
  length: 0,
  precision: 0,
  scale: 0,
  nillable: true,
  createable: true,
  updateable: true,
  defaultValue: null,
  defaultedOnCreate: false,
  values: [],
  restricted: false,
  referenceTo: [],
  relationshipName: null,
  childRelationship: null,
  onParentDelete: 'clear',
  externalId: false,
  unique: false,
  caseSensitive: false,
  nameField: false,
  calculated: false,
  permissionable: true,
  custom: false,
  components: {},
  compound: null,
  autoNumber: null,
  helpText: null,
};

/** `AccountId` → `Account`, `Parent__c` → `Parent__r`. */
function relationshipOf(name: string): string {
  return name.endsWith('__c') ? `${name.slice(0, -1)}r` : name.replace(/Id$/, '');
}

/** A complete definition from what a catalogue wrote down. */
function defineField(name: string, spec: FieldSpec): FieldDefinition {
  const merged: FieldDefinition = { ...DEFAULTS, name, label: camelWords(name), ...spec };
  const isLink = merged.type === 'reference';
  return {
    ...merged,
    relationshipName: isLink ? (spec.relationshipName ?? relationshipOf(name)) : null,
    custom: spec.custom ?? name.endsWith('__c'),
    permissionable: spec.permissionable ?? (merged.nillable && !merged.nameField && merged.compound === null),
  };
}

const system = { ...readOnly, permissionable: false, nillable: false } as const;
const stampedBy = (): FieldSpec => reference('User', null, system, { defaultedOnCreate: true });
const stampedAt = (): FieldSpec => datetime(system, { defaultedOnCreate: true });

function systemFields(spec: ObjectSpec): Record<string, FieldSpec> {
  const stamps = spec.stamps ?? 'all';
  return {
    Id: { type: 'id', length: 18, ...system, defaultedOnCreate: true, caseSensitive: true },
    ...(spec.softDelete === false ? {} : { IsDeleted: boolean(false, system) }),
    ...(stamps === 'all' || stamps === 'created'
      ? { CreatedDate: stampedAt(), CreatedById: stampedBy() }
      : {}),
    ...(stamps === 'all' || stamps === 'modified'
      ? { LastModifiedDate: stampedAt(), LastModifiedById: stampedBy() }
      : {}),
    SystemModstamp: stampedAt(),
  };
}

const DEFAULT_SPEC = {
  sharing: { model: 'public' },
  softDelete: true,
  virtual: false,
  custom: false,
  customMetadata: false,
  recordTypes: [],
  uniqueTogether: [],
} as const;

/** An SObject from its declaration; system fields are added, in Salesforce's order Id first. */
export function defineObject(name: string, spec: ObjectSpec): ObjectDefinition {
  const { writable = true, fields: declared, ...rest } = { ...DEFAULT_SPEC, ...spec };
  const { Id, ...system } = systemFields(spec);
  const fields = Object.entries({ ...(Id ? { Id } : {}), ...declared, ...system });
  const label = spec.label ?? camelWords(name);
  return {
    ...rest,
    ...operations(writable),
    name,
    label,
    labelPlural: spec.labelPlural ?? `${label}s`,
    fields: new Map(fields.map(([each, field]) => [each.toLowerCase(), defineField(each, field)])),
  };
}

function operations(
  writable: NonNullable<ObjectSpec['writable']>,
): Pick<ObjectDefinition, 'createable' | 'updateable' | 'deletable'> {
  return {
    createable: [true, 'createAndDelete', 'createAndUpdate'].includes(writable),
    updateable: [true, 'update', 'createAndUpdate'].includes(writable),
    deletable: [true, 'createAndDelete'].includes(writable),
  };
}

/** The owner field of an object whose rows belong to a user (or a queue). */
export const owner = (to: string | readonly string[] = 'User'): FieldSpec =>
  reference(to, null, { nillable: false, defaultedOnCreate: true, permissionable: false });
/** The lookup of a row that lives and dies with its parent, and cannot move to another. */
export const master = (
  to: string,
  childRelationship: string,
  ...options: readonly Partial<FieldSpec>[]
): FieldSpec =>
  reference(to, childRelationship, createOnly, { nillable: false, onParentDelete: 'cascade' }, ...options);
