import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { civilDate } from '../../http/calendar.ts';
import { type CalledRecord, recordOf } from '../../http/record.ts';
import { defineRoute, type Route, type SignedCall } from '../../http/route.ts';
import { idempotencyKeySchema, writeAnswerSchema } from '../../http/write-back.ts';
import { writeOnce } from '../../http/write-once.ts';
import { salesforceIdSchema } from '../../identifiers.ts';
import { dimensions } from '../dimensions.ts';
import { type DealFacts, type FillTarget, readFacts } from '../facts/index.ts';
import { fillsOf } from '../fills.ts';
import { readRowsOf } from '../unread.ts';
import { type JourneyParts, requireEditable } from './parts.ts';

const inputSchema = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  dimension: z.enum(dimensions).exclude(['stage', 'phase']),
  /** One of the options that the fact strip offers. */
  value: z.string().min(1).max(80),
  /** The record that the fact is a field of: the page's own, or a related row of it. */
  recordId: salesforceIdSchema,
});

type Input = z.infer<typeof inputSchema>;

const answerSchema = writeAnswerSchema(
  z.strictObject({
    dimension: inputSchema.shape.dimension,
    value: z.string(),
    label: z.string(),
    recordId: z.string(),
  }),
);

/** Ids of the page's record and of every row that came with it: nothing else is touched, whatever the input says. */
const idsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Id' in value && typeof value.Id === 'string' ? [value.Id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
};

const targetOf = ({ facts, input }: SignedCall<Input>, record: CalledRecord, deal: DealFacts): FillTarget => {
  const { dimension, recordId } = input;
  const { hiddenFields } = facts;
  if (!idsIn(record.fields).includes(recordId))
    throw new AppError('recordForeign', `The record ${recordId} did not come with ${record.recordId}.`);
  const fills = fillsOf(deal.dimensions[dimension], { mayEdit: true, hiddenFields });
  const target = fills.find((fill) => fill.recordId === recordId);
  if (target) return target;
  throw new AppError('factNotWritable', `The fact "${dimension}" of ${recordId} is not one to fill in here.`);
};

/**
 * Fills in an unknown fact, or confirms one that was read from a title: answers with the field that Apex writes as the
 * user.
 * @throws AppError `recordForeign`, `recordLocked`, `factNotWritable`, `factValueUnknown`
 */
const fillFact = async (call: SignedCall<Input>, parts: JourneyParts) => {
  const { caller, facts, input } = call;
  const record = recordOf(facts);
  const published = await parts.factConfigurationOf(caller.orgId);
  const { configuration } = readRowsOf(published, record.sobject, facts.selectedFields);
  const today = civilDate(parts.now(), caller.timeZone);
  return writeOnce(parts.store, call, 'fillFact', answerSchema, () => {
    requireEditable(call, record);
    const target = targetOf(call, record, readFacts(record.fields, configuration, today));
    const option = target.options.find(({ value }) => value === input.value);
    if (!option) throw new AppError('factValueUnknown', `"${input.value}" is not one of the choices.`);
    const { dimension, value, recordId } = input;
    return Promise.resolve({
      answer: { dimension, value, recordId, label: option.label },
      writes: [{ sobject: target.sobject, id: recordId, fields: { [target.field]: option.write } }],
    });
  });
};

export const fillFactRoute = (parts: JourneyParts): Route =>
  defineRoute({
    path: '/v1/journey/facts',
    operation: 'fillFact',
    mode: 'write',
    permission: 'Inspire_Use',
    summary: 'Fill in an unknown fact of the record',
    input: inputSchema,
    answer: answerSchema,
    handle: (call) => fillFact(call, parts),
  });
