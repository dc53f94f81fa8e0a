import { z } from 'zod';
import type { FieldSpec, FieldType, PicklistValue } from '../field.ts';
import { type MetadataFile, xmlBoolean, xmlNumber } from './source.ts';

const picklistValue = z.object({
  fullName: z.string(),
  label: z.string().optional(),
  default: xmlBoolean.default(false),
  isActive: xmlBoolean.default(true),
});
const customField = z.object({
  fullName: z.string(),
  label: z.string().optional(),
  type: z.string().optional(),
  length: xmlNumber.optional(),
  precision: xmlNumber.optional(),
  scale: xmlNumber.optional(),
  required: xmlBoolean.default(false),
  unique: xmlBoolean.default(false),
  externalId: xmlBoolean.default(false),
  caseSensitive: xmlBoolean.default(false),
  defaultValue: z.string().optional(),
  inlineHelpText: z.string().optional(),
  formula: z.string().optional(),
  displayFormat: z.string().default('{0}'),
  referenceTo: z.string().optional(),
  relationshipName: z.string().optional(),
  reparentableMasterDetail: xmlBoolean.default(false),
  deleteConstraint: z.enum(['SetNull', 'Restrict', 'Cascade']).default('SetNull'),
  valueSet: z
    .object({
      restricted: xmlBoolean.default(false),
      valueSetDefinition: z.object({ value: z.array(picklistValue).default([]) }).optional(),
    })
    .optional(),
});
type CustomField = z.infer<typeof customField>;

const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};
const LENGTHS: Partial<Record<FieldType, number>> = {
  email: 80,
  phone: 40,
  url: 255,
  textarea: 255,
  picklist: 255,
  multipicklist: 4099,
  reference: 18,
};
const ON_DELETE = { SetNull: 'clear', Restrict: 'restrict', Cascade: 'cascade' } as const;

/**
 * A custom field from its metadata, or null for a standard field that the project only lists.
 * @throws Error naming file and type for a kind of field that this org cannot hold (formulas, roll-ups, geolocation)
 */
export function readField(file: MetadataFile): { name: string; spec: FieldSpec } | null {
  const field = customField.parse(file.read(['value']));
  if (!field.fullName.endsWith('__c') || field.type === undefined) return null;
  const type = TYPES[field.type];
  if (!type || field.formula !== undefined) {
    throw new Error(
      `${file.path}: the local org has no ${field.formula === undefined ? field.type : 'formula'} fields.`,
    );
  }
  return { name: field.fullName, spec: specOf(field, type) };
}

function specOf(field: CustomField, type: FieldType): FieldSpec {
  const isMaster = field.type === 'MasterDetail';
  const isRequired = field.required || isMaster;
  const autoNumber = field.type === 'AutoNumber' ? field.displayFormat : null;
  return {
    type,
    label: field.label ?? field.fullName,
    length: field.length ?? LENGTHS[type] ?? (field.type === 'AutoNumber' ? 30 : 0),
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    nillable: !isRequired && type !== 'boolean',
    unique: field.unique,
    externalId: field.externalId,
    caseSensitive: field.caseSensitive,
    helpText: field.inlineHelpText ?? null,
    permissionable: !isRequired,
    custom: true,
    autoNumber,
    ...(autoNumber !== null ? { createable: false, updateable: false } : {}),
    ...(isMaster && !field.reparentableMasterDetail ? { updateable: false } : {}),
    ...defaultOf(field, type),
    ...picklistOf(field),
    ...referenceOf(field, isMaster),
  };
}

/** Constant defaults only: a formula as a default is not evaluated here. */
function defaultOf(field: CustomField, type: FieldType): Partial<FieldSpec> {
  if (type === 'boolean') return { defaultValue: field.defaultValue === 'true', defaultedOnCreate: true };
  const constant = /^(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?))$/.exec(field.defaultValue ?? '');
  if (!constant) return {};
  const number = constant[3];
  const value = number === undefined ? (constant[1] ?? constant[2] ?? '') : Number(number);
  return { defaultValue: value, defaultedOnCreate: true };
}

function picklistOf(field: CustomField): Partial<FieldSpec> {
  if (!field.valueSet) return {};
  const values = (field.valueSet.valueSetDefinition?.value ?? []).map((value): PicklistValue => ({
    value: value.fullName,
    label: value.label ?? value.fullName,
    isDefault: value.default,
    active: value.isActive,
  }));
  const hasDefault = values.some((value) => value.isDefault);
  return {
    values,
    restricted: field.valueSet.restricted,
    ...(hasDefault ? { defaultedOnCreate: true } : {}),
  };
}

function referenceOf(field: CustomField, isMaster: boolean): Partial<FieldSpec> {
  if (field.referenceTo === undefined) return {};
  return {
    referenceTo: [field.referenceTo],
    childRelationship: field.relationshipName === undefined ? null : `${field.relationshipName}__r`,
    onParentDelete: isMaster ? 'cascade' : ON_DELETE[field.deleteConstraint],
  };
}
