import { z } from 'zod';
import type { SuggestionsAnswer } from './answer.ts';

const contact = z.looseObject({
  Name: z.string().min(1),
  FirstName: z.string().nullish(),
  Email: z.email(),
});

const rows = z.looseObject({ records: z.array(z.unknown()) });

const roleRow = z.looseObject({ Contact: contact, IsPrimary: z.boolean().nullish() });

const mostRecipients = 10;

const contactOf = (row: unknown) => {
  const role = roleRow.safeParse(row).data;
  const person = role?.Contact ?? contact.safeParse(row).data;
  return person && { ...person, isPrimary: role?.IsPrimary === true };
};

/**
 * Whom a share can be addressed to: the people on the record whose address the viewer may read, the primary contact first,
 * then in the order in which Apex read them; at most ten.
 */
export const recipientsOf = (fields: Record<string, unknown>): SuggestionsAnswer['recipients'] => {
  const list = rows.safeParse(fields['OpportunityContactRoles'] ?? fields['Contacts']).data?.records ?? [];
  return list
    .flatMap((row) => contactOf(row) ?? [])
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
    .slice(0, mostRecipients)
    .map(({ Name: name, FirstName, Email: email }) => ({ name, givenName: FirstName ?? name, email }));
};
