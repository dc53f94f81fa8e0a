import type { Access } from '../sharing/access.ts';
import { isFilterable, isGroupable, isSortable } from './capabilities.ts';
import type { FieldDefinition, FieldType } from './field.ts';
import type { ObjectDefinition } from './object.ts';

type Described = Record<string, unknown>;

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
};

/** What Salesforce tells of every field and this org never has. */
const NEVER: Described = {
  aiPredictionField: false,
  calculatedFormula: null,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  encrypted: false,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  htmlFormatted: false,
  mask: null,
  maskType: null,
  queryByDistance: false,
  referenceTargetField: null,
  relationshipOrder: null,
  searchPrefilterable: false,
  writeRequiresMasterRead: false,
};

/** A field as `describe` tells it to the user. */
export function describeField(access: Access, object: ObjectDefinition, field: FieldDefinition): Described {
  const mayEdit = access.canEdit(object, field);
  return {
    ...NEVER,
    ...kindOf(field),
    autoNumber: field.autoNumber !== null,
    byteLength: field.length * 3,
    calculated: field.calculated,
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compound ?? (isNamePart(object, field) ? 'Name' : null),
    createable: field.createable && mayEdit,
    custom: field.custom,
    defaultValue: field.defaultValue,
    defaultedOnCreate: field.defaultedOnCreate,
    externalId: field.externalId,
    idLookup: field.externalId || field.type === 'id' || field.nameField,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.nameField,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: field.values.map(({ value, label, isDefault, active }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: null,
      value,
    })),
    restrictedPicklist: field.restricted,
    scale: field.scale,
    unique: field.unique,
    updateable: field.updateable && mayEdit,
  };
}

const isNamePart = (object: ObjectDefinition, field: FieldDefinition): boolean =>
  object.fields.get('name')?.calculated === true &&
  ['FirstName', 'LastName', 'Salutation'].includes(field.name);

/** What follows from the type of the field. */
function kindOf(field: FieldDefinition): Described {
  const isLookup = field.type === 'reference';
  return {
    aggregatable: !['base64', 'address', 'boolean'].includes(field.type),
    cascadeDelete: isLookup && field.onParentDelete === 'cascade',
    digits: field.type === 'int' ? field.precision : 0,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    filterable: isFilterable(field),
    groupable: isGroupable(field),
    namePointing: field.referenceTo.length > 1,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    restrictedDelete: isLookup && field.onParentDelete === 'restrict',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: isSortable(field),
    type: field.type,
  };
}
