import type { Access } from '../sharing/access.ts';
import type { Catalogue } from './catalogue.ts';
import { isFilterable, isGroupable, isSortable } from './capabilities.ts';
import type { FieldDefinition, FieldType } from './field.ts';
import type { ObjectDefinition } from './object.ts';

type Described = Record<string, unknown>;

/** Answer of `GET /sobjects`: every object that the user may read. */
export function describeGlobal(catalogue: Catalogue, access: Access, root: string): Described {
  const readable = catalogue.objects.filter((object) => access.object(object).read);
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects: readable.map((object) => describeSummary(access, object, root)) };
}

/** An object in the global list. */
export function describeSummary(access: Access, object: ObjectDefinition, root: string): Described {
  const may = access.object(object);
  const url = `${root}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable && may.create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: object.deletable && may.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.prefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.sharing.model !== 'setup',
    mergeable: ['Account', 'Contact', 'Lead'].includes(object.name),
    mruEnabled: object.sharing.model !== 'setup',
    name: object.name,
    queryable: true,
    replicateable: !object.virtual,
    retrieveable: true,
    searchable: [...object.fields.values()].some((field) => field.nameField),
    triggerable: object.createable,
    undeletable: object.softDelete,
    updateable: object.updateable && may.edit,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

/** Answer of `GET /sobjects/X/describe`, with the fields that the user may read. */
export function describeObject(catalogue: Catalogue, access: Access, object: ObjectDefinition, root: string): Described {
  const fields = [...object.fields.values()].filter((field) => access.canRead(object, field));
  return {
    ...describeSummary(access, object, root),
    actionOverrides: [],
    childRelationships: catalogue.referencesTo(object.name).map(({ name, child, field }) => ({
      cascadeDelete: field.onParentDelete === 'cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name === '' ? null : name,
      restrictedDelete: field.onParentDelete === 'restrict',
    })),
    compactLayoutable: object.sharing.model !== 'setup',
    fields: fields.map((field) => describeField(access, object, field)),
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [],
    searchLayoutable: object.sharing.model !== 'setup',
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.fields.has('ownerid') ? [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }] : []),
    ],
  };
}

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

function describeField(access: Access, object: ObjectDefinition, field: FieldDefinition): Described {
  const mayEdit = access.canEdit(object, field);
  const isNamePart = object.fields.get('name')?.calculated === true && ['FirstName', 'LastName', 'Salutation'].includes(field.name);
  return {
    aggregatable: !['base64', 'address', 'boolean'].includes(field.type),
    aiPredictionField: false,
    autoNumber: field.autoNumber !== null,
    byteLength: field.length * 3,
    calculated: field.calculated,
    calculatedFormula: null,
    cascadeDelete: field.type === 'reference' && field.onParentDelete === 'cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compound ?? (isNamePart ? 'Name' : null),
    controllerName: null,
    createable: field.createable && mayEdit,
    custom: field.custom,
    defaultValue: field.defaultValue,
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: isGroupable(field),
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.externalId || field.type === 'id' || field.nameField,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: field.values.map(({ value, label, isDefault, active }) => ({ active, defaultValue: isDefault, label, validFor: null, value })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    restrictedDelete: field.onParentDelete === 'restrict',
    restrictedPicklist: field.restricted,
    scale: field.scale,
    searchPrefilterable: false,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: isSortable(field),
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && mayEdit,
    writeRequiresMasterRead: false,
  };
}
