import { describe, expect, it } from '@jest/globals';
import { acts, subjectOf } from 'c/inspireTouchpointCalls';

const done = acts({ kind: 'done', touchpointId: 't1' });

describe('what a rep wants', () => {
  it('is an act on a touchpoint or a cadence', () => {
    expect(done).toEqual({ operation: 'actOnTouchpoint', input: { kind: 'done', touchpointId: 't1' } });
  });

  it('has one subject for whatever is done with the same thing', () => {
    expect(subjectOf(done)).toBe(subjectOf(acts({ kind: 'skip', touchpointId: 't1' })));
    expect(subjectOf(done)).not.toBe(subjectOf(acts({ kind: 'done', touchpointId: 't2' })));
    expect(subjectOf(acts({ enrollmentId: 'e' }))).not.toBe(subjectOf(acts({ enrollmentId: 'f' })));
  });
});
