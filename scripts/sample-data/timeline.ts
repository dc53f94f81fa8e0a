import { Temporal } from 'temporal-polyfill';

/** Points at another record of the sample data by its key. */
export interface Reference {
  ref: string;
}

export type FieldValue = string | number | boolean | null | Reference;

/** One thing that somebody did in the org. */
export interface Write {
  at: Temporal.Instant;
  /** Key of the user who did it. */
  by: string;
  operation: 'create' | 'update' | 'delete';
  sobject: string;
  key: string;
  fields: Readonly<Record<string, FieldValue>>;
}

export const ref = (key: string): Reference => ({ ref: key });

/** Writes that are one call: the same moment, object and operation. */
export type Batch = Pick<Write, 'at' | 'operation' | 'sobject'> & { writes: readonly Write[] };

/** Parents before children; records are made before they change. */
const ORDER = [
  'Organization',
  'CurrencyType',
  'UserRole',
  'User',
  'PermissionSetAssignment',
  'Product2',
  'PricebookEntry',
  'Account',
  'Contact',
  'Opportunity',
  'OpportunityContactRole',
  'OpportunityCompetitor',
  'OpportunityLineItem',
  'Event',
  'Task',
];
const OPERATIONS = ['create', 'update', 'delete'];

/** In order of time; within a moment object by object. */
export function batches(writes: readonly Write[]): Batch[] {
  const place = ({ sobject, operation }: Write): number =>
    OPERATIONS.indexOf(operation) * ORDER.length + ORDER.indexOf(sobject);
  const inOrder = writes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || place(a) - place(b));
  const groups = Map.groupBy(
    inOrder,
    ({ at, operation, sobject }) => `${at.epochMilliseconds} ${operation} ${sobject}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ at: first.at, operation: first.operation, sobject: first.sobject, writes: group }] : [];
  });
}
