import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import read from '@salesforce/apex/InspireGateway.read';
import write from '@salesforce/apex/InspireGateway.write';
import { ask, intend, objectIn, send, wanted } from 'c/inspireGateway';

jest.mock('@salesforce/apex/InspireGateway.read', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/InspireGateway.write', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

type Call = (call: Parameters<typeof read>[0]) => Promise<string>;

const reading = jest.mocked<Call>(read);
const writing = jest.mocked<Call>(write);
const recordId = '006000000000001AAA';
const want = { operation: 'react', input: { itemId: 'one', kind: 'used', showAgainOn: '' } } as const;

const sentKeys = (): unknown[] =>
  writing.mock.calls.map(([{ input }]) => {
    const sent = objectIn(input ?? '');
    return 'idempotencyKey' in sent ? sent.idempotencyKey : undefined;
  });

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

  it('sends the same key when the same intention is tried again', async () => {
    const intention = intend(want, recordId);
    writing.mockRejectedValueOnce(new Error('gone'));
    await expect(send(intention)).rejects.toThrow('gone');
    await send(intention);
    const [first, second] = sentKeys();
    expect(first).toBe(second);
  });

  it('makes a key for each intention', async () => {
    await send(intend(want, recordId));
    await send(intend(want, recordId));
    const [first, second] = sentKeys();
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
