import type { CadenceStep } from '../../cadences/index.ts';
import type { RecordSnapshot, SnapshotContact } from '../record/snapshot.ts';
import type { Reason } from '../schedule/index.ts';

/** Whom a step is for: who joined, else the first with one of the roles, else the primary contact, else whoever is there. */
export const contactOf = (
  { contact }: CadenceStep,
  { contacts }: RecordSnapshot,
  newcomerId: string,
): SnapshotContact | undefined => {
  const wanted = contacts.find(({ contactId, roles }) => {
    if (contact.by === 'newcomer') return contactId === newcomerId;
    return contact.by === 'role' && roles.some((role) => contact.roles.includes(role));
  });
  return wanted ?? contacts[0];
};

/** Why nobody can be reached by a step; work that nobody outside sees needs nobody. */
export const contactObstacle = (
  { channel }: CadenceStep,
  contact: SnapshotContact | undefined,
): Reason | undefined => {
  if (channel === 'other') return undefined;
  if (!contact) return { code: 'contactMissing', values: [] };
  if (channel !== 'email') return undefined;
  if (contact.optedOut) return { code: 'optedOut', values: [contact.contactId] };
  if (contact.hasEmail === false) return { code: 'noAddress', values: [contact.contactId] };
  return contact.hasBounced ? { code: 'addressBounced', values: [contact.contactId] } : undefined;
};
