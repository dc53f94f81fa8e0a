import { z } from 'zod';
import type { Clause } from '../../http/clause.ts';

/** People whom the viewer may read, by id. */
export type People = ReadonlyMap<string, { name: string; email?: string | undefined }>;

const rows = z.object({ records: z.array(z.unknown()) });
const contact = z.object({ Id: z.string(), Name: z.string(), Email: z.string().nullish() });
const roleRow = z.object({ Contact: contact });

const rowsOf = (list: unknown): unknown[] => rows.safeParse(list).data?.records ?? [];

/** People on the record whom the viewer may read, by id. */
export const peopleOf = ({
  OpportunityContactRoles: roles,
  Contacts: contacts,
}: Readonly<Record<string, unknown>>): People => {
  const found = [
    ...rowsOf(roles).flatMap((row) => roleRow.safeParse(row).data?.Contact ?? []),
    ...rowsOf(contacts).flatMap((row) => contact.safeParse(row).data ?? []),
  ];
  return new Map(found.map(({ Id, Name, Email }) => [Id, { name: Name, email: Email ?? undefined }]));
};

/** A clause with names in the place of ids of people whom the viewer may read. */
export const withNames = (clause: Clause | null, people: People): Clause | undefined =>
  clause ? { ...clause, values: clause.values.map((value) => people.get(value)?.name ?? value) } : undefined;
