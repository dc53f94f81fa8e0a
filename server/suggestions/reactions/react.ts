import { z } from 'zod';
import { notShareable, type NotShareable } from '../../content/index.ts';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { recordOf } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema, type WriteBack } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import type { Store } from '../../store/index.ts';
import type { Libraries } from '../library/libraries.ts';
import { findVisible } from '../library/library.ts';
import type { ShownItem } from '../match/index.ts';
import { comeBackOn, dismissReasons } from './come-back.ts';
import { addReaction } from './reactions.ts';

const reacted = {
  idempotencyKey: idempotencyKeySchema,
  itemId: z.string().min(1).max(80),
  note: z.string().trim().min(1).max(500).optional(),
};

export const reactInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...reacted, kind: z.literal('used') }),
  z.strictObject({ ...reacted, kind: z.literal('shared') }),
  z.strictObject({
    ...reacted,
    kind: z.literal('dismissed'),
    reason: z.enum(dismissReasons),
    /** First civil day on which it may come back; without it as long as the reason makes sensible. */
    showAgainOn: z.iso.date().optional(),
  }),
]);

type ReactInput = z.infer<typeof reactInputSchema>;

export const reactAnswerSchema = writeAnswerSchema(
  z.strictObject({
    reactionId: z.string(),
    itemId: z.string(),
    kind: z.enum(['used', 'shared', 'dismissed']),
    /** For dismissals: first civil day on which it may come back. */
    until: z.iso.date().optional(),
    /** For shares: whether a Task on the record says so; without one only this service knows. */
    task: z.boolean().optional(),
  }),
);

export interface ReactParts {
  libraries: Pick<Libraries, 'get'>;
  store: Store;
  now: () => Date;
}

const obstacles: Record<NotShareable, string> = {
  internal: 'is internal',
  sample: 'is a sample that names a made-up vendor',
  person: 'is a colleague',
  openBlanks: 'has blanks that are not filled in',
};

const requireShareable = (item: ShownItem): void => {
  const obstacle = notShareable(item);
  if (obstacle) throw new AppError('itemNotShareable', `"${item.title}" ${obstacles[obstacle]}.`);
};

const comesBackOn = (input: ReactInput, today: string): string | undefined => {
  if (input.kind !== 'dismissed') return undefined;
  const { showAgainOn } = input;
  if (showAgainOn === undefined) return comeBackOn(input.reason, today);
  if (showAgainOn > today) return showAgainOn;
  const message = `is not after today, ${today}`;
  throw new AppError('bodyInvalid', `The item is to come back on ${showAgainOn}, which ${message}.`, {
    faults: [{ place: 'input.showAgainOn', message }],
  });
};

/** The completed Task that a confirmed share leaves on the record. */
const shareTask = (item: ShownItem, reactionId: string, recordId: string, today: string): WriteBack => ({
  sobject: 'Task',
  key: `${reactionId}:Task`,
  fields: {
    Subject: `Shared: ${item.title}`,
    Status: 'Completed',
    ActivityDate: today,
    Description: item.link ? `${item.summary}\n${item.link}` : item.summary,
    WhatId: recordId,
  },
});

/**
 * Records that the viewer used, shared or dismissed an item on this record. A share is answered with the Task that Apex
 * writes as the user, if the user may.
 * @throws AppError `itemUnknown`, `itemNotShareable`, `idempotencyKeyReused`, `storeUnavailable`
 */
export const react = async (call: SignedCall<ReactInput>, { libraries, store, now }: ReactParts) => {
  const { caller, facts, input } = call;
  const { orgId, userId, permissions, timeZone } = caller;
  const { recordId } = recordOf(facts);
  const today = civilDate(now(), timeZone);
  const library = await libraries.get(orgId);
  return writeOnce(store, call, 'react', reactAnswerSchema, async (tenant) => {
    const item = findVisible(library, input.itemId, { permissions, today });
    if (!item) throw new AppError('itemUnknown', `There is no item "${input.itemId}" for you.`);
    if (input.kind === 'shared') requireShareable(item);
    const showAgainOn = comesBackOn(input, today);
    const reaction = {
      ...{ orgId, userId, recordId, showAgainOn },
      ...{ itemId: item.id, itemVersion: item.version, kind: input.kind, note: input.note },
      reason: input.kind === 'dismissed' ? input.reason : undefined,
    };
    const reactionId = await addReaction(tenant, reaction);
    const writesTask = input.kind === 'shared' && facts.access.createTask;
    return {
      answer: {
        ...{ reactionId, itemId: item.id, kind: input.kind, until: showAgainOn },
        task: input.kind === 'shared' ? writesTask : undefined,
      },
      writes: writesTask ? [shareTask(item, reactionId, recordId, today)] : [],
    };
  });
};
