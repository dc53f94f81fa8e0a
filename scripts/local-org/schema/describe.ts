import type { Access } from '../sharing/access.ts';
import type { Catalogue } from './catalogue.ts';
import { describeField } from './describe-field.ts';
import type { ObjectDefinition } from './object.ts';

type Described = Record<string, unknown>;

/** A record type of an object, as its row says. */
export interface RecordTypeRow {
  id: string;
  name: string;
  developerName: string;
  active: boolean;
}

const MASTER: RecordTypeRow = {
  id: '012000000000000AAA',
  name: 'Master',
  developerName: 'Master',
  active: true,
};

function recordTypeInfo(type: RecordTypeRow, url: string): Described {
  const isMaster = type.id === MASTER.id;
  return {
    active: type.active,
    available: true,
    defaultRecordTypeMapping: isMaster,
    developerName: type.developerName,
    master: isMaster,
    name: type.name,
    recordTypeId: type.id,
    urls: { layout: `${url}/describe/layouts/${type.id}` },
  };
}

/** Answer of `GET /sobjects`: every object that the user may read. */
export function describeGlobal(catalogue: Catalogue, access: Access, root: string): Described {
  const readable = catalogue.objects.filter((object) => access.object(object).read);
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: readable.map((object) => describeSummary(access, object, root)),
  };
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
export function describeObject(
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  root: string,
  recordTypes: readonly RecordTypeRow[],
): Described {
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
    recordTypeInfos: [...recordTypes, MASTER].map((type) =>
      recordTypeInfo(type, `${root}/sobjects/${object.name}`),
    ),
    searchLayoutable: object.sharing.model !== 'setup',
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.fields.has('ownerid')
        ? [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }]
        : []),
    ],
  };
}
