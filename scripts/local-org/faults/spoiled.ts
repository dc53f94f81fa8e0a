import { z } from 'zod';
import type { Random } from '../../sample-data/random.ts';
import { longId } from '../ids.ts';
import type { Reply } from '../rest/call.ts';

const composite = z.looseObject({ compositeResponse: z.array(z.looseObject({ body: z.unknown() })).min(1) });
const page = z.looseObject({
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.looseObject({ attributes: z.looseObject({ type: z.string() }) })),
});

/** The whole answer, but its JSON ends in the middle. */
export function withInvalidJson(reply: Reply): Reply {
  if (reply.body === undefined) return reply;
  const text = Buffer.from(JSON.stringify(reply.body));
  const { status, headers = {} } = reply;
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json;charset=UTF-8' },
    bytes: text.subarray(0, Math.ceil(text.length / 2)),
  };
}

/** A page of a query without the address of the next; a composite answer without one of its parts. */
export function withoutPart(reply: Reply, random: Random): Reply {
  const whole = composite.safeParse(reply.body).data;
  if (whole) {
    const gone = random.int(0, whole.compositeResponse.length - 1);
    const rest = whole.compositeResponse.filter((_, index) => index !== gone);
    return { ...reply, body: { ...whole, compositeResponse: rest } };
  }
  const first = page.safeParse(reply.body).data;
  if (!first) return reply;
  return { ...reply, body: { ...first, nextRecordsUrl: undefined } };
}

/** One record of the answer (of one part of a composite answer) is replaced by something that nobody asked for. */
export function withWrongType(reply: Reply, random: Random): Reply {
  const whole = composite.safeParse(reply.body).data;
  if (!whole) return { ...reply, body: pageWithStranger(reply.body, random) };
  const parts = whole.compositeResponse.map((part) => ({
    ...part,
    body: pageWithStranger(part.body, random),
  }));
  return { ...reply, body: { ...whole, compositeResponse: parts } };
}

function pageWithStranger(body: unknown, random: Random): unknown {
  const asked = page.safeParse(body).data;
  if (!asked || asked.records.length === 0) return body;
  const at = random.int(0, asked.records.length - 1);
  const Id = longId('0D5LO0000000001');
  const url = `/services/data/v65.0/sobjects/FeedItem/${Id}`;
  const stranger = { attributes: { type: 'FeedItem', url }, Id };
  return {
    ...asked,
    records: asked.records.map((record, index) => (index === at ? { ...record, ...stranger } : record)),
  };
}
