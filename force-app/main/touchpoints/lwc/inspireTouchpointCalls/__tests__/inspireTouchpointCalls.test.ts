import { describe, expect, it, jest } from '@jest/globals';
import { intend, send, wanted } from 'c/inspireGateway';
import write from '@salesforce/apex/InspireGateway.write';
import { acts, subjectOf } from 'c/inspireTouchpointCalls';

jest.mock('@salesforce/apex/InspireGateway.write', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
const writing = jest.mocked<(call: Parameters<typeof write>[0]) => Promise<string>>(write);

const done = acts({ kind: 'done', touchpointId: 't1', outcome: '' });

describe('what a rep wants', () => {
  it('is heard outside of the component', () => {
    const { bubbles, composed, detail } = wanted(done.operation, done.input);
    expect({ bubbles, composed, detail }).toEqual({ bubbles: true, composed: true, detail: done });
  });

  it('has a key of its own each time', () => {
    expect(intend(done, 'r').idempotencyKey).not.toBe(intend(done, 'r').idempotencyKey);
  });

  it('is sent with its key, dates included, and without what was left blank', async () => {
    writing.mockResolvedValue('{"touchpoints":[]}');
    const input = { cadenceId: 'c', anchorDates: { delivery: '2020-12-01' }, note: '' };
    const intention = intend({ operation: 'enroll', input }, 'r');
    expect(await send(intention)).toEqual({ touchpoints: [] });
    const [[call] = []] = writing.mock.calls;
    expect(call).toMatchObject({ operation: 'enroll', recordId: 'r' });
    expect(JSON.parse(call?.input ?? '')).toEqual({
      idempotencyKey: intention.idempotencyKey,
      cadenceId: 'c',
      anchorDates: { delivery: '2020-12-01' },
    });
  });

  it('has one subject for whatever is done with the same thing', () => {
    expect(subjectOf(done)).toBe(subjectOf(acts({ kind: 'skip', touchpointId: 't1' })));
    expect(subjectOf(done)).not.toBe(subjectOf(acts({ kind: 'done', touchpointId: 't2' })));
    expect(subjectOf(acts({ enrollmentId: 'e' }))).not.toBe(subjectOf(acts({ enrollmentId: 'f' })));
  });
});
