import { type Catalogue, fieldOf } from '../schema/catalogue.ts';

/** `Account` → `AccountId`, `Parent__r` → `Parent__c`. */
const foreignKey = (relationship: string): string =>
  relationship.endsWith('__r') ? `${relationship.slice(0, -1)}c` : `${relationship}Id`;

/**
 * The fields that a path passes, as SObject.Field: `Account.Industry` of Opportunity passes `Opportunity.AccountId` and
 * `Account.Industry`. Empty if the org lacks one of them.
 */
export function hopsOf(catalogue: Catalogue, sobject: string, names: readonly string[]): string[] {
  const hops: string[] = [];
  let object = catalogue.object(sobject);
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const field = object && fieldOf(object, isLast ? name : foreignKey(name));
    if (!object || !field) return [];
    hops.push(`${object.name}.${field.name}`);
    object = catalogue.object(field.referenceTo[0] ?? '');
  }
  return hops;
}
