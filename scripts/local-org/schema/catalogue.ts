import type { FieldDefinition } from './field.ts';
import type { ObjectDefinition } from './object.ts';

/** A relationship as seen from the parent. */
export interface ChildRelationship {
  name: string;
  child: ObjectDefinition;
  field: FieldDefinition;
}

/** Every SObject of the org, found by name in any case, by key prefix, and by relationship. */
export interface Catalogue {
  objects: readonly ObjectDefinition[];
  object(name: string): ObjectDefinition | undefined;
  ofId(id: string): ObjectDefinition | undefined;
  /** Lookups that point at the object, those without a relationship name included (their name is empty). */
  referencesTo(object: string): readonly ChildRelationship[];
  childRelationship(object: string, name: string): ChildRelationship | undefined;
}

export function createCatalogue(objects: readonly ObjectDefinition[]): Catalogue {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.prefix, object]));
  const references = new Map<string, ChildRelationship[]>();
  for (const child of objects) {
    for (const field of child.fields.values()) {
      for (const parent of field.referenceTo) {
        const known = references.get(parent) ?? [];
        references.set(parent, [...known, { name: field.childRelationship ?? '', child, field }]);
      }
    }
  }
  const referencesTo = (object: string): readonly ChildRelationship[] => references.get(object) ?? [];
  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    ofId: (id) => byPrefix.get(id.slice(0, 3)),
    referencesTo,
    childRelationship: (object, name) =>
      referencesTo(object).find((each) => each.name !== '' && each.name.toLowerCase() === name.toLowerCase()),
  };
}

/** @throws Error if the catalogue has no such object: a fault of this program */
export function objectNamed(catalogue: Catalogue, name: string): ObjectDefinition {
  const object = catalogue.object(name);
  if (!object) throw new Error(`The catalogue has no ${name}.`);
  return object;
}

export const fieldOf = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  object.fields.get(name.toLowerCase());
