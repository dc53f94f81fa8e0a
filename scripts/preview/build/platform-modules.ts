import { join } from 'node:path';
import { fieldOf } from '../../local-org/schema/catalogue.ts';
import type { ComponentMetadata } from './metadata.ts';

/**
 * Source text of an `@salesforce/*` module that the platform would make, or undefined for one that is not ours to make.
 *
 * @throws Error that names the import when it asks for a label, permission, field or Apex method that the project does
 *   not have: the org would refuse such a component at deployment.
 */
export function platformModule(
  specifier: string,
  metadata: ComponentMetadata,
  browser: string,
): string | undefined {
  const [, kind = '', name = ''] = /^@salesforce\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  const makers: Readonly<Record<string, () => string | undefined>> = {
    label: () =>
      name.startsWith('c.')
        ? constant(metadata.labels.get(name.slice(2)), specifier, 'a custom label')
        : undefined,
    schema: () => constant(schemaToken(name, metadata), specifier, 'an object or field'),
    customPermission: () =>
      metadata.customPermissions.has(name)
        ? fromSession(`session.customPermissions.includes(${JSON.stringify(name)}) || undefined`, browser)
        : refuse(specifier, 'a custom permission'),
    apex: () => apexModule(specifier, name, metadata, join(browser, 'org/apex.ts')),
    user: () =>
      name === 'Id' ? fromSession('session.user.id', browser) : refuse(specifier, 'a user property'),
    i18n: () => (name === 'timeZone' ? fromSession('session.user.timeZone', browser) : undefined),
    client: () =>
      `export { formFactor as default } from ${JSON.stringify(join(browser, 'org/form-factor.ts'))};`,
  };
  return makers[kind]?.();
}

const constant = (value: unknown, specifier: string, what: string): string =>
  value === undefined ? refuse(specifier, what) : `export default ${JSON.stringify(value)};`;

const fromSession = (expression: string, browser: string): string =>
  `import { session } from ${JSON.stringify(join(browser, 'org/session.ts'))};\nexport default ${expression};`;

/** `Opportunity.StageName` becomes the field token, `Opportunity` the object token. */
function schemaToken(name: string, { schema }: ComponentMetadata): object | undefined {
  const [objectName = '', fieldName, ...parents] = name.split('.');
  const object = schema.object(objectName);
  if (!object || fieldName === undefined) return object && { objectApiName: object.name };
  if (parents.length > 0)
    return { objectApiName: object.name, fieldApiName: name.slice(objectName.length + 1) };
  return fieldOf(object, fieldName) && { objectApiName: object.name, fieldApiName: fieldName };
}

function apexModule(specifier: string, name: string, metadata: ComponentMetadata, runtime: string): string {
  if (name === '') return `export { refreshApex } from ${JSON.stringify(runtime)};`;
  const method = metadata.apexMethods.get(name);
  if (!method) return refuse(specifier, 'an @AuraEnabled method');
  return `import { apexMethod } from ${JSON.stringify(runtime)};
export default apexMethod(${JSON.stringify(name.replace('.', '/'))}, ${String(method.cacheable)});`;
}

function refuse(specifier: string, what: string): never {
  throw new Error(
    `"${specifier}" does not name ${what} of this project. Add it under force-app or correct the import.`,
  );
}
