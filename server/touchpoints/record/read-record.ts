import { z } from 'zod';
import type { Anchor } from '../../cadences/index.ts';
import { salesforceIdSchema } from '../../identifiers.ts';
import { type FactConfiguration, readFacts } from '../../journey/index.ts';
import { countryCode } from '../calendar/index.ts';
import { type RecordSnapshot, type SnapshotContact, stageKeysOf, valuesOf } from './snapshot.ts';

const contactSchema = z.object({
  Id: salesforceIdSchema,
  Email: z.string().nullish(),
  HasOptedOutOfEmail: z.boolean().nullish(),
  /** Salesforce empties it when the address is changed or confirmed. */
  EmailBouncedDate: z.string().nullish(),
});

/** The rows of a sub-query that have the shape. */
const list = <Row extends z.ZodType>(row: Row) =>
  z
    .object({ records: z.array(z.unknown()) })
    .nullish()
    .transform((rows) => {
      const parsed = (rows?.records ?? []).map((one) => row.safeParse(one));
      return parsed.flatMap(({ success, data }) => (success ? [data] : []));
    });

const civil = z
  .string()
  .nullish()
  .transform((text) => text?.slice(0, 10) ?? undefined);

const account = z
  .object({ BillingCountry: z.string().nullish(), Inspire_Competitor_Term_End__c: civil })
  .nullish();

/** As Apex reads it for the panels, or as the mirror has it in the same form. */
const recordSchema = z.object({
  OwnerId: z.string().nullish(),
  StageName: z.string().nullish(),
  IsClosed: z.boolean().nullish(),
  IsDeleted: z.boolean().nullish(),
  CloseDate: civil,
  Inspire_Delivery_Date__c: civil,
  BillingCountry: z.string().nullish(),
  Inspire_Competitor_Term_End__c: civil,
  Account: account,
  OpportunityContactRoles: list(
    z.object({ Role: z.string().nullish(), IsPrimary: z.boolean().nullish(), Contact: contactSchema }),
  ),
  Contacts: list(contactSchema),
  Opportunities: list(z.object({ IsWon: z.boolean().nullish(), CloseDate: civil })),
  /** As the viewer may see them, of each kind the next first. */
  Contracts: list(z.object({ EndDate: civil })),
  Assets: list(z.object({ UsageEndDate: civil, IsCompetitorProduct: z.boolean() })),
  /** Of the account, as the mirror has them. */
  Terms: z
    .object({ contractEnd: civil, assetEnd: civil, competitorTermEnd: civil, anniversary: civil })
    .nullish(),
  Team: z.array(z.object({ userId: z.string(), role: z.string() })).nullish(),
});

type ReadRecord = z.output<typeof recordSchema>;
type ContactRow = z.output<typeof contactSchema>;

/** A field that tells whether a contact can be written to. */
export type ReachField = 'HasOptedOutOfEmail' | 'EmailBouncedDate' | 'Email';

type Knows = (field: ReachField) => boolean;

/** What the mirror can tell: it holds no addresses. */
export const mirrorKnows: Knows = (field) => field !== 'Email';

const contactOf = (row: ContactRow, knows: Knows): SnapshotContact => ({
  ...{ contactId: row.Id, roles: [], isPrimary: false },
  ...(knows('HasOptedOutOfEmail') && { optedOut: row.HasOptedOutOfEmail === true }),
  ...(knows('EmailBouncedDate') && { hasBounced: Boolean(row.EmailBouncedDate) }),
  ...(knows('Email') && { hasEmail: Boolean(row.Email) }),
});

/** Everybody once, with all their roles. */
const contactsOf = (record: ReadRecord, knows: Knows): SnapshotContact[] => {
  const byId = new Map<string, SnapshotContact>();
  for (const { Contact, Role, IsPrimary } of record.OpportunityContactRoles) {
    const known = byId.get(Contact.Id) ?? contactOf(Contact, knows);
    const roles = Role ? [...known.roles, Role] : known.roles;
    byId.set(Contact.Id, { ...known, roles, isPrimary: known.isPrimary || IsPrimary === true });
  }
  for (const contact of record.Contacts)
    if (!byId.has(contact.Id)) byId.set(contact.Id, contactOf(contact, knows));
  return [...byId.values()].toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
};

const firstWon = ({ Opportunities }: ReadRecord): string | undefined =>
  Opportunities.flatMap(({ IsWon, CloseDate }) => (IsWon && CloseDate ? [CloseDate] : [])).toSorted()[0];

/** When contracts, products and those of competitors end: by the mirror, else as far as the viewer may see them. */
const termsOf = ({ Terms, Contracts, Assets }: ReadRecord): NonNullable<ReadRecord['Terms']> => {
  if (Terms) return Terms;
  const endOf = (isCompetitors: boolean): string | undefined =>
    Assets.find(({ IsCompetitorProduct }) => IsCompetitorProduct === isCompetitors)?.UsageEndDate;
  return {
    contractEnd: Contracts[0]?.EndDate,
    assetEnd: endOf(false),
    competitorTermEnd: endOf(true),
    anniversary: undefined,
  };
};

const anchorsOf = (record: ReadRecord): RecordSnapshot['anchors'] => {
  const { Account: parent } = record;
  const terms = termsOf(record);
  const found: [Anchor, string | undefined][] = [
    ['closeDate', record.CloseDate],
    ['delivery', record.Inspire_Delivery_Date__c],
    ['contractEnd', terms.contractEnd],
    ['assetEnd', terms.assetEnd],
    [
      'competitorTermEnd',
      record.Inspire_Competitor_Term_End__c ??
        parent?.Inspire_Competitor_Term_End__c ??
        terms.competitorTermEnd,
    ],
    ['anniversary', terms.anniversary ?? firstWon(record)],
  ];
  return Object.fromEntries(found.filter(([, day]) => day));
};

/** Days that steps count from, YYYY-MM-DD, as far as these fields tell them: as Apex signed them, or as the mirror has them. */
export const anchorsIn = (fields: Readonly<Record<string, unknown>>): RecordSnapshot['anchors'] =>
  anchorsOf(recordSchema.parse(fields));

/**
 * What touchpoints need of a record. `fields` as Apex signed them, or as the mirror has them in the same form; what a viewer
 * may not read is missing.
 * @param knows whether a contact without the field has none; else nobody told
 * @param today civil date, YYYY-MM-DD
 */
export const snapshotOf = (
  fields: Readonly<Record<string, unknown>>,
  configuration: FactConfiguration,
  { today, knows }: { today: string; knows: Knows },
): RecordSnapshot => {
  const record = recordSchema.parse(fields);
  const facts = readFacts(fields, configuration, today);
  const country = countryCode(record.BillingCountry ?? record.Account?.BillingCountry);
  return {
    ownerId: record.OwnerId ?? null,
    stageName: record.StageName ?? null,
    stageKeys: facts.sobject === 'Opportunity' ? stageKeysOf(facts) : [],
    isClosed: record.IsClosed === true,
    isDeleted: record.IsDeleted === true,
    anchors: anchorsOf(record),
    ...(country && { country }),
    contacts: contactsOf(record, knows),
    team: record.Team ?? [],
    values: valuesOf(facts),
  };
};

const reach = ['optedOut', 'hasBounced', 'hasEmail'] as const;

type Reach = Partial<Pick<SnapshotContact, (typeof reach)[number]>>;

const known = (contact: Reach, keys: readonly (keyof Reach)[]): Reach =>
  Object.fromEntries(keys.flatMap((key) => (contact[key] === undefined ? [] : [[key, contact[key]]])));

/** Whether people can be written to, as `knowing` has it; what is not known there stays. */
export const withReach = (
  snapshot: RecordSnapshot,
  knowing: RecordSnapshot,
  keys: readonly (keyof Reach)[] = reach,
): RecordSnapshot => {
  const byId = new Map(knowing.contacts.map((contact) => [contact.contactId, contact]));
  const contacts = snapshot.contacts.map((contact) => ({
    ...contact,
    ...known(byId.get(contact.contactId) ?? {}, keys),
  }));
  return { ...snapshot, contacts };
};
