import { beforeEach, describe, expect, it } from '@jest/globals';
import { ask, intend, objectIn, send, wanted } from 'c/inspireGateway';
import { keys, reading, sent, writing } from 'support/gateway';

const recordId = '006000000000001AAA';
const want = { operation: 'react', input: { itemId: 'one', kind: 'used', showAgainOn: '' } } as const;

describe('the gateway', () => {
  beforeEach(() => {
    writing.mockResolvedValue('{"reactionId":"r1"}');
  });

  it('sends a want without what was left blank, and answers with what the service says', async () => {
    const intention = intend(want, recordId);
    await expect(send(intention)).resolves.toEqual({ reactionId: 'r1' });
    const { idempotencyKey } = intention;
    expect(writing).toHaveBeenCalledWith({
      operation: 'react',
      recordId,
      input: JSON.stringify({ idempotencyKey, itemId: 'one', kind: 'used' }),
    });
  });

  it('sends what consists of several values as it is', async () => {
    const anchorDates = { delivery: '2020-12-01' };
    const intention = intend({ operation: 'enroll', input: { cadenceId: 'c', anchorDates, note: '' } }, 'r');
    await send(intention);
    const { idempotencyKey } = intention;
    expect(writing).toHaveBeenCalledWith(expect.objectContaining({ operation: 'enroll', recordId: 'r' }));
    expect(sent()).toEqual([{ idempotencyKey, cadenceId: 'c', anchorDates }]);
  });

  it('sends the same key when the same intention is tried again', async () => {
    const intention = intend(want, recordId);
    writing.mockRejectedValueOnce(new Error('gone'));
    await expect(send(intention)).rejects.toThrow('gone');
    await send(intention);
    const [first, second] = keys();
    expect(first).toBe(second);
  });

  it('makes a key for each intention', async () => {
    await send(intend(want, recordId));
    await send(intend(want, recordId));
    const [first, second] = keys();
    expect(first).not.toBe(second);
  });

  it('asks with the input as JSON text', async () => {
    reading.mockResolvedValue('{"a":1}');
    await expect(ask('content', recordId, { itemId: 'one' })).resolves.toEqual({ a: 1 });
    expect(reading).toHaveBeenCalledWith({ operation: 'content', recordId, input: '{"itemId":"one"}' });
  });

  it.each(['null', '3', 'no JSON'])('refuses an answer that is not an object: %s', (text) => {
    expect(() => objectIn(text)).toThrow();
  });

  it('tells the panel around a component what is wanted', () => {
    const event = wanted('undoReaction', { reactionId: 'r1' });
    expect(event.detail).toEqual({ operation: 'undoReaction', input: { reactionId: 'r1' } });
    expect([event.bubbles, event.composed]).toEqual([true, true]);
  });
});
