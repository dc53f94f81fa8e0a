import type { CadenceStep } from '../../cadences/index.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { Users } from './people.ts';

/** A user that the mirror does not know is taken to be active: the org may not be connected. */
const isActive = (users: Users, id: string): boolean => users.get(id)?.isActive ?? true;

const named = (
  { owner }: CadenceStep,
  { ownerId, team }: RecordSnapshot,
  users: Users,
): string | undefined => {
  if (owner.by === 'user') return owner.userId;
  if (owner.by === 'queue') return owner.queueId;
  if (owner.by === 'ownersManager') return users.get(ownerId ?? '')?.managerId ?? undefined;
  if (owner.by === 'recordOwner') return undefined;
  const role = owner.role.toLowerCase();
  return team.find((member) => member.role.toLowerCase() === role && isActive(users, member.userId))?.userId;
};

/** Who does a step: the one that its rule names if they are there and active, else the owner of the record. */
export const ownerOf = (step: CadenceStep, record: RecordSnapshot, users: Users): string | undefined => {
  const own = named(step, record, users);
  if (own !== undefined && isActive(users, own)) return own;
  return record.ownerId !== null && isActive(users, record.ownerId) ? record.ownerId : undefined;
};

/** Users that steps may come to belong to. */
export const possibleOwners = (
  steps: readonly CadenceStep[],
  { ownerId, team }: RecordSnapshot,
): string[] => [
  ...(ownerId === null ? [] : [ownerId]),
  ...team.map(({ userId }) => userId),
  ...steps.flatMap(({ owner }) => (owner.by === 'user' ? [owner.userId] : [])),
];
