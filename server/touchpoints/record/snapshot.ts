import { z } from 'zod';
import { anchors } from '../../cadences/index.ts';
import { type DealFacts, dimensions, factKey } from '../../journey/index.ts';

const contactSchema = z.strictObject({
  contactId: z.string(),
  /** API values of `OpportunityContactRole.Role`. */
  roles: z.array(z.string()),
  isPrimary: z.boolean(),
  /** Each undefined as long as nobody who may read the field has opened the record; the mirror knows no addresses. */
  optedOut: z.boolean().optional(),
  /** Mail to the address that stands there came back. */
  hasBounced: z.boolean().optional(),
  hasEmail: z.boolean().optional(),
});

/** As much of a record as its touchpoints depend on: ids, dates, and values to compare; no names, no addresses. */
export const snapshotSchema = z.strictObject({
  ownerId: z.string().nullable(),
  stageName: z.string().nullable(),
  /** Keys of the stage map that the stage goes by; none for accounts. */
  stageKeys: z.array(z.string()),
  isClosed: z.boolean(),
  isDeleted: z.boolean(),
  anchors: z.partialRecord(z.enum(anchors), z.iso.date()),
  /** ISO 3166-1 code of the account's country. */
  country: z.string().optional(),
  /** The primary one first, then whoever joined last. */
  contacts: z.array(contactSchema),
  team: z.array(z.strictObject({ userId: z.string(), role: z.string() })),
  /** Known facts, in the form in which they are compared. */
  values: z.partialRecord(z.enum(dimensions), z.array(z.string())),
});

export type RecordSnapshot = z.infer<typeof snapshotSchema>;
export type SnapshotContact = z.infer<typeof contactSchema>;

/** Keys of the stage: of its record type, and of every record type. */
export const stageKeysOf = ({ dimensions: { stage } }: DealFacts): string[] =>
  stage.values.map(({ value }) => value);

/** Facts as values to compare; unknown ones are left out, so that they exclude nothing. */
export const valuesOf = ({ dimensions: facts }: DealFacts): RecordSnapshot['values'] =>
  Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const { values } = facts[dimension];
      return values.length > 0 ? [[dimension, values.map(({ value }) => factKey(value))]] : [];
    }),
  );

/** Whether known facts hold: each dimension one of its values. */
export const holds = (
  when: Readonly<Partial<Record<string, readonly string[]>>>,
  { values }: Pick<RecordSnapshot, 'values'>,
): boolean =>
  dimensions.every((dimension) => {
    const [wanted, known] = [when[dimension], values[dimension]];
    return !wanted || !known || wanted.some((value) => known.includes(factKey(value)));
  });
