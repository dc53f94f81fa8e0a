import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Reply } from './call.ts';

/** Sends a reply: JSON, bytes, a stream, or nothing but its status. */
export async function send(response: Response, reply: Reply): Promise<void> {
  const { status, body, headers = {}, bytes, stream, brokenAt } = reply;
  if (brokenAt !== undefined) return sendBroken(response, reply, brokenAt);
  response.status(status).set(headers);
  if (stream) await pipeline(Readable.from(stream), response);
  else if (bytes) response.send(bytes);
  else if (body === undefined) response.end();
  else response.json(body);
}

/** Where a stream whose length nobody knows breaks at the latest, in bytes. */
const LONG = 2_000_000;

/** Sends a part of the reply and breaks the connection, as a network does. */
async function sendBroken(response: Response, reply: Reply, share: number): Promise<void> {
  const { status, headers = {}, stream } = reply;
  if (share === 0) {
    response.destroy();
    return;
  }
  response.status(status).set(headers);
  if (stream) await sendPieces(response, stream, share * LONG);
  else await sendPart(response, reply, share);
  response.destroy();
}

async function sendPart(response: Response, { body, bytes }: Reply, share: number): Promise<void> {
  const whole = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body));
  if (!bytes && body !== undefined) response.set('content-type', 'application/json; charset=utf-8');
  response.set('content-length', String(whole.length));
  await written(response, whole.subarray(0, Math.floor(whole.length * share)));
}

async function sendPieces(response: Response, stream: AsyncIterable<string>, most: number): Promise<void> {
  let sent = 0;
  for await (const piece of stream) {
    const part = Buffer.from(piece).subarray(0, most - sent);
    await written(response, part);
    sent += part.length;
    if (sent >= most) return;
  }
}

/** A caller who has gone meanwhile is no fault: the connection breaks anyway. */
const written = (response: Response, part: Buffer): Promise<void> =>
  new Promise((resolve) => response.write(part, () => resolve()));
