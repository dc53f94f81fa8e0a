import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readCustomMetadata } from '../../local-org/schema/metadata/custom-metadata.ts';
import { readMetadata } from '../../local-org/schema/metadata/source.ts';
import type { Check } from '../check.ts';
import { hopsOf } from '../../local-org/gateway/field-path.ts';
import { buildCatalogue } from '../../local-org/schema/build.ts';
import type { Catalogue } from '../../local-org/schema/catalogue.ts';
import { type ServiceRoute, serviceRoutes } from './service-routes.ts';

type Values = Readonly<Record<string, string | null>>;

const factTable = 'config/starter/facts.json';
const factSources = z.array(
  z.object({ sobject: z.string(), path: z.string(), writable: z.boolean().default(false) }),
);

const asRoute = (operation: string, values: Values): ServiceRoute => ({
  operation,
  path: values['Route__c'] ?? '',
  mode: values['Mode__c'] ?? '',
  permission: values['Permission__c'] ?? '',
});

const describe = ({ path: route, mode, permission }: ServiceRoute): string =>
  `${mode} ${route} for ${permission}`;

/** Both sides must name the same operations, and say the same about each. */
function routeFaults(operations: readonly ServiceRoute[], routes: readonly ServiceRoute[]): string[] {
  const served = new Map(routes.map((route) => [route.operation, route]));
  const known = new Set(operations.map(({ operation }) => operation));
  const wrong = operations.flatMap((asked) => {
    const route = served.get(asked.operation);
    if (!route) return [`${asked.operation} has no route in the service`];
    const differs = describe(asked) !== describe(route);
    return differs
      ? [`${asked.operation} is "${describe(asked)}" in the org, "${describe(route)}" in the service`]
      : [];
  });
  const stray = routes.filter(({ operation }) => !known.has(operation));
  return [
    ...wrong,
    ...stray.map(({ operation }) => `${operation} is served, but no Inspire_Operation reaches it`),
  ];
}

/** `OpportunityContactRoles.Role` of Opportunity is `OpportunityContactRole.Role`; `Account.Industry` is itself. */
function fieldOfPath(catalogue: Catalogue, sobject: string, place: string): string {
  const [relationship = '', ...rest] = place.split('.');
  const child = catalogue.childRelationship(sobject, relationship)?.child.name;
  const hops = child ? hopsOf(catalogue, child, rest) : hopsOf(catalogue, sobject, place.split('.'));
  return hops.at(-1) ?? '';
}

/** What the fact table lets a rep fill in, the operation must be allowed to write. */
function fillFaults(root: string, catalogue: Catalogue, allowed: string): string[] {
  const file = path.join(root, factTable);
  if (!existsSync(file)) return [];
  const writes = new Set(allowed.split(/\s+/));
  return factSources
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .filter(({ writable }) => writable)
    .filter(({ sobject, path: place }) => !writes.has(fieldOfPath(catalogue, sobject, place)))
    .map(
      ({ sobject, path: place }) =>
        `fillFact may not write ${sobject} ${place}, which the fact table lets a rep fill in`,
    );
}

/** Catches operations that lead nowhere, routes that nobody reaches, and answers that Apex would refuse to write. */
export const operationRoutes: Check = {
  name: 'Operations of the org and routes of the service are the same, and may write what the fact table promises',
  run(root) {
    const metadata = readMetadata(root);
    const records = readCustomMetadata(metadata).filter(({ type }) => type === 'Inspire_Operation__mdt');
    const operations = records.map(({ developerName, values }) => asRoute(developerName, values));
    const fills =
      records.find(({ developerName }) => developerName === 'fillFact')?.values['Writes__c'] ?? '';
    const faults = [
      ...routeFaults(operations, serviceRoutes(root)),
      ...fillFaults(root, buildCatalogue(metadata), fills),
    ];
    return { faults, examined: operations.length };
  },
};
