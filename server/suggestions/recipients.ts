import { z } from 'zod';
import type { SuggestionsAnswer } from './answer.ts';

const rows = z.object({ records: z.array(z.unknown()) });

const contact = z.object({
  Name: z.string().min(1),
  FirstName: z.string().nullish(),
  Email: z.string().nullish(),
});

const roleRow = z.object({ Contact: contact, IsPrimary: z.boolean().nullish() });

const address = z.email();

const mostRecipients = 10;

type Recipient = SuggestionsAnswer['recipients'][number];

/** Whoever has no address that the viewer may read can not be written to. */
const recipientOf = ({ Name: name, FirstName, Email }: z.infer<typeof contact>): Recipient[] => {
  const email = Email ? address.safeParse(Email).data : undefined;
  return email === undefined ? [] : [{ name, givenName: FirstName ?? name, email }];
};

const rowsOf = <Row extends z.ZodType>(list: unknown, row: Row): z.output<Row>[] =>
  (rows.safeParse(list).data?.records ?? []).flatMap((one) => row.safeParse(one).data ?? []);

/**
 * Whom a share can be addressed to: the people on the record whose address the viewer may read, the primary contact first,
 * then in the order in which Apex read them; at most ten.
 */
export const recipientsOf = (fields: Record<string, unknown>): Recipient[] => {
  const { OpportunityContactRoles: roles, Contacts: contacts } = fields;
  const people = roles
    ? rowsOf(roles, roleRow)
        .toSorted((a, b) => Number(b.IsPrimary === true) - Number(a.IsPrimary === true))
        .map(({ Contact }) => Contact)
    : rowsOf(contacts, contact);
  return people.flatMap(recipientOf).slice(0, mostRecipients);
};
