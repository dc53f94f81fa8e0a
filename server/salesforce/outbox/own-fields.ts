/** What the service writes by itself. */
export type OutboxObject = 'Task' | 'Event';

export const outboxObjects: readonly OutboxObject[] = ['Task', 'Event'];

/** A value as the REST API takes it: dates `2026-01-31`, instants ISO 8601. */
export type Value = string | boolean | null;

/** Values by API name. */
export type Values = Readonly<Record<string, Value>>;

/**
 * Fields that the service goes on writing after it made the row; all others are the owner's from then on. Fields of one group
 * mean something together only: whoever changed one has changed all.
 */
const groups: Readonly<Record<OutboxObject, readonly (readonly string[])[]>> = {
  Task: [['Subject'], ['ActivityDate'], ['ReminderDateTime'], ['Status']],
  Event: [['Subject'], ['StartDateTime', 'EndDateTime']],
};

export const ownGroups = (sobject: OutboxObject): readonly (readonly string[])[] => groups[sobject];

export const ownFields = (sobject: OutboxObject): readonly string[] => groups[sobject].flat();

/** The part of these values that the service goes on writing. */
export const ownValues = (sobject: OutboxObject, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => ownFields(sobject).includes(name)));

const instants: ReadonlySet<string> = new Set(['ReminderDateTime', 'StartDateTime', 'EndDateTime']);

export const isInstant = (field: string): boolean => instants.has(field);
