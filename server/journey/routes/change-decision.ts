import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { recordOf } from '../../http/record.ts';
import { defineRoute, type Route, type SignedCall } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import { type JourneyParts, requireEditable, requireReadable } from './parts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const decision = {
  /** Civil date on which the customer decided to change. */
  decidedOn: z.iso.date(),
  /** Who decided, by name. */
  decidedBy: text(120),
  /** In the customer's words. */
  words: text(255),
};

const inputSchema = z.strictObject({ idempotencyKey: idempotencyKeySchema, ...decision });
const answerSchema = writeAnswerSchema(z.strictObject(decision));

type Input = z.infer<typeof inputSchema>;

const fields = {
  decidedOn: 'Inspire_Change_Decision_Date__c',
  decidedBy: 'Inspire_Change_Decision_By__c',
  words: 'Inspire_Change_Decision_Words__c',
} as const;

/** No deal waits longer for its customer; a year such as 0206 is a slip of the hand. */
const yearsBack = 20;

const dateFault = (decidedOn: string, today: string): string | undefined => {
  if (decidedOn > today) return `is after today, ${today}`;
  const earliest = Temporal.PlainDate.from(today).subtract({ years: yearsBack }).toString();
  return decidedOn < earliest ? `is before ${earliest}, more than ${yearsBack} years ago` : undefined;
};

const requirePlausible = (decidedOn: string, today: string): void => {
  const message = dateFault(decidedOn, today);
  if (message === undefined) return;
  throw new AppError('bodyInvalid', `The decision is dated ${decidedOn}, which ${message}.`, {
    faults: [{ place: 'input.decidedOn', message }],
  });
};

/**
 * Records that the customer has decided to change: who, when and in whose words, in fields of the opportunity.
 * @throws AppError `recordUnsupported` on anything but an opportunity, `recordLocked`, `factNotWritable`, `bodyInvalid`
 */
const recordChangeDecision = (call: SignedCall<Input>, { store, now }: JourneyParts) => {
  const { caller, facts, input } = call;
  const record = recordOf(facts);
  const { decidedOn, decidedBy, words } = input;
  return writeOnce(store, call, 'recordChangeDecision', answerSchema, () => {
    if (record.sobject !== 'Opportunity')
      throw new AppError(
        'recordUnsupported',
        `A change decision belongs to an Opportunity, not ${record.sobject}.`,
      );
    requireEditable(call, record);
    for (const field of Object.values(fields)) requireReadable(call, field);
    requirePlausible(decidedOn, civilDate(now(), caller.timeZone));
    const written = { [fields.decidedOn]: decidedOn, [fields.decidedBy]: decidedBy, [fields.words]: words };
    return Promise.resolve({
      answer: { decidedOn, decidedBy, words },
      writes: [{ sobject: 'Opportunity', id: record.recordId, fields: written }],
    });
  });
};

export const changeDecisionRoute = (parts: JourneyParts): Route =>
  defineRoute({
    path: '/v1/journey/change-decision',
    operation: 'recordChangeDecision',
    mode: 'write',
    permission: 'Inspire_Use',
    summary: 'Record that the customer has decided to change',
    input: inputSchema,
    answer: answerSchema,
    handle: (call) => recordChangeDecision(call, parts),
  });
