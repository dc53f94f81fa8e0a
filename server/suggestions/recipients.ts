import { z } from 'zod';
import type { SuggestionsAnswer } from './answer.ts';

const rows = z.object({ records: z.array(z.unknown()) });

const contact = z.object({
  Name: z.string().min(1),
  FirstName: z.string().nullish(),
  Email: z.email(),
});

const roleRow = z.object({ Contact: contact, IsPrimary: z.boolean().nullish() });

const mostRecipients = 10;

type Recipient = SuggestionsAnswer['recipients'][number];

const recipientOf = ({ Name: name, FirstName, Email: email }: z.infer<typeof contact>): Recipient => ({
  name,
  givenName: FirstName ?? name,
  email,
});

/** Rows whose person has no address that the viewer may read are passed by. */
const readable = <Row extends z.ZodType>(list: unknown, row: Row): z.output<Row>[] =>
  (rows.safeParse(list).data?.records ?? []).flatMap((one) => row.safeParse(one).data ?? []);

/**
 * Whom a share can be addressed to: the people on the record whose address the viewer may read, the primary contact first,
 * then in the order in which Apex read them; at most ten.
 */
export const recipientsOf = (fields: Record<string, unknown>): Recipient[] => {
  const { OpportunityContactRoles: roles, Contacts: contacts } = fields;
  const people = roles
    ? readable(roles, roleRow)
        .toSorted((a, b) => Number(b.IsPrimary === true) - Number(a.IsPrimary === true))
        .map(({ Contact }) => Contact)
    : readable(contacts, contact);
  return people.slice(0, mostRecipients).map(recipientOf);
};
