import type { Check } from '../check.ts';
import { isField, type KnownNames, readKnownNames } from './known-names.ts';
import {
  childrenNamed,
  documentsOf,
  type Element,
  every,
  type MetadataDocument,
  nameOf,
  textOf,
} from './metadata-files.ts';
import { appFaults, pageFaults } from './page-references.ts';

type Find = (names: KnownNames, document: MetadataDocument) => string[];

const values = (root: Element, list: string, name: string): string[] =>
  childrenNamed(root, list).map((each) => textOf(each, name));

const missing = (found: readonly string[], exists: (name: string) => boolean, what: string): string[] =>
  found.filter((name) => !exists(name)).map((name) => `${what} ${name}, which does not exist`);

/** Objects of Salesforce that a permission set may name and that no page, query or panel of ours reads. */
const setupObjects = new Set(['UserExternalCredential']);

const permissionSetFaults: Find = (names, { root }) => [
  ...missing(values(root, 'fieldPermissions', 'field'), (name) => isField(names, name), 'opens the field'),
  ...missing(
    values(root, 'objectPermissions', 'object'),
    (name) => setupObjects.has(name) || names.catalogue.object(name) !== undefined,
    'opens the object',
  ),
  ...missing(
    values(root, 'classAccesses', 'apexClass'),
    (name) => names.classes.has(name),
    'opens the class',
  ),
  ...missing(
    values(root, 'customPermissions', 'name'),
    (name) => names.customPermissions.has(name),
    'grants the custom permission',
  ),
  ...missing(
    values(root, 'applicationVisibilities', 'application'),
    (name) => names.applications.has(name),
    'shows the app',
  ),
  ...missing(
    values(root, 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'),
    (name) => names.principals.has(name),
    'opens the principal',
  ),
  ...missing(
    values(root, 'tabSettings', 'tab'),
    (name) => names.tabs.has(name) || name.startsWith('standard-'),
    'shows the tab',
  ),
];

const tabFaults: Find = ({ components }, { root }) =>
  missing([textOf(root, 'lwcComponent')], (name) => components.has(name), 'opens the component');

const namedCredentialFaults: Find = (names, { root }) => {
  const used = values(root, 'namedCredentialParameters', 'externalCredential').filter(Boolean);
  const none = used.length === 0 ? ['has no external credential'] : [];
  return [
    ...none,
    ...missing(used, (name) => names.externalCredentials.has(name), 'uses the external credential'),
  ];
};

/** Records of custom metadata: every value belongs to a field of the type, and nothing required is left out. */
const customMetadataFaults: Find = ({ catalogue, customPermissions }, { path, root }) => {
  const [type = ''] = nameOf(path).split('.');
  const object = catalogue.object(`${type}__mdt`);
  if (!object) return [`is of the type ${type}, which does not exist`];
  const given = new Map(
    childrenNamed(root, 'values').map((each) => [textOf(each, 'field'), textOf(each, 'value')]),
  );
  const required = [...object.fields.values()].filter((field) => field.custom && !field.nillable);
  const permission = given.get('Permission__c');
  return [
    ...missing([...given.keys()], (name) => object.fields.has(name.toLowerCase()), 'sets the field'),
    ...required.filter((field) => !given.has(field.name)).map((field) => `lacks ${field.name}`),
    ...missing(
      permission === undefined ? [] : [permission],
      (name) => customPermissions.has(name),
      'asks for the permission',
    ),
  ];
};

/** Pages on which a panel can be placed. */
const panelFaults: Find = ({ catalogue }, { root }) =>
  missing(
    every(root, 'object').map((each) => each.text),
    (name) => catalogue.object(name) !== undefined,
    'is offered for the object',
  );

const kinds: Readonly<Record<string, Find>> = {
  permissionset: permissionSetFaults,
  flexipage: pageFaults,
  app: appFaults,
  tab: tabFaults,
  namedCredential: namedCredentialFaults,
  md: customMetadataFaults,
  js: panelFaults,
};

/** Catches names in permission sets, pages, apps, credentials and custom metadata that nothing answers to. */
export const references: Check = {
  name: 'Permission sets, pages, apps, credentials and operations refer to what exists',
  run(root) {
    const names = readKnownNames(root);
    const examined = Object.entries(kinds).flatMap(([kind, find]) =>
      documentsOf(root, kind).map((document) => ({ document, faults: find(names, document) })),
    );
    return {
      faults: examined.flatMap(({ document, faults }) => faults.map((fault) => `${document.path} ${fault}`)),
      examined: examined.length,
    };
  },
};
