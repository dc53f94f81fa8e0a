import { describe, expect, it } from '@jest/globals';
import { previewIn, readAccountPlan, readToday, readTouchpoints } from 'c/inspireTouchpointAnswer';
import { aPlan, aPreview, aToday, anAnswer } from './answers';

describe('what the service answers', () => {
  it('is read as it is', () => {
    expect(readTouchpoints(JSON.stringify(anAnswer()))).toEqual(anAnswer());
    expect(readToday(JSON.stringify(aToday()))).toEqual(aToday());
    expect(previewIn(aPreview())).toEqual(aPreview());
    expect(readAccountPlan(JSON.stringify(aPlan()))).toEqual(aPlan());
  });

  it.each(['{}', '{"touchpoints":[]}', '[]', 'null', '{"touchpoints":{},"enrollments":[],"offered":[]}'])(
    'is refused when it is something else: %s',
    (text) => {
      expect(() => readTouchpoints(text)).toThrow('could not be read');
      expect(() => readToday(text)).toThrow('could not be read');
      expect(() => readAccountPlan(text)).toThrow('could not be read');
    },
  );

  it('is refused when it is no preview', () => {
    expect(() => previewIn({})).toThrow('could not be read');
  });
});
