import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type ProjectSchema, readSchema } from './metadata/objects.ts';
import type { MetadataSource } from './metadata/source.ts';
import { defineObject, type ObjectSpec } from './object.ts';
import type { Prefixes } from './prefixes.ts';
import { STANDARD_OBJECTS } from './standard/index.ts';

/**
 * The schema of the org: standard objects plus what the project's metadata adds.
 * @param kept key prefixes that the project's objects have already, by object
 * @throws Error if the metadata adds a field to an object that is not there
 */
export function buildCatalogue(source: MetadataSource, kept: Prefixes = new Map()): Catalogue {
  const project = readSchema(source, kept);
  const specs: Record<string, ObjectSpec> = { ...STANDARD_OBJECTS, ...project.objects };
  assertCarriers(specs, project);
  return createCatalogue(
    Object.entries(specs).map(([name, spec]) => defineObject(name, extended(name, spec, project))),
  );
}

function extended(name: string, spec: ObjectSpec, project: ProjectSchema): ObjectSpec {
  return {
    ...spec,
    fields: { ...spec.fields, ...project.fields.get(name) },
    recordTypes: project.recordTypes.get(name) ?? spec.recordTypes ?? [],
  };
}

function assertCarriers(specs: Record<string, ObjectSpec>, project: ProjectSchema): void {
  const unknown = [...project.fields.keys(), ...project.recordTypes.keys()].filter((name) => !specs[name]);
  if (unknown.length === 0) return;
  throw new Error(
    `The metadata extends objects that the local org does not have: ${[...new Set(unknown)].join(', ')}.`,
  );
}
