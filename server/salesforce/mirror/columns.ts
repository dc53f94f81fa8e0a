import { sql } from 'kysely';
import { type FieldKind, type MirroredObject, mirroredObjects, type ObjectName } from './objects.ts';

/** PostgreSQL type of a column of the mirror. */
export const columnTypes = {
  id: 'text',
  text: 'text',
  boolean: 'boolean',
  integer: 'integer',
  number: 'numeric',
  date: 'date',
  instant: 'timestamptz',
} as const satisfies Record<FieldKind, string>;

export interface Column {
  /** API name of the field, and name of the column. */
  name: string;
  kind: FieldKind;
}

const isObjectName = (name: string): name is ObjectName => name in mirroredObjects;

export const objectNames: readonly ObjectName[] = Object.keys(mirroredObjects).filter(isObjectName);

export const objectOf = (sobject: ObjectName): MirroredObject => mirroredObjects[sobject];

/** `mirror_opportunity_history` for `OpportunityHistory`. */
export const mirrorTable = (sobject: ObjectName) =>
  sql.table(`mirror_${sobject.replace(/[a-z](?=[A-Z])/g, '$&_').toLowerCase()}`);

/** Columns of the mirror but the tenant: what a query of the org answers. */
export const columnsOf = (sobject: ObjectName): readonly Column[] => {
  const { fields, deletion } = objectOf(sobject);
  return [
    { name: 'Id', kind: 'id' },
    ...Object.entries(fields).map(([name, kind]) => ({ name, kind })),
    { name: 'SystemModstamp', kind: 'instant' },
    ...(deletion === 'marked' ? [{ name: 'IsDeleted', kind: 'boolean' } as const] : []),
  ];
};
