import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { pauseReasons, skipReasons, stopReasons } from '../../server/touchpoints/inputs.ts';
import { conflictCodes, holdCodes } from '../../server/touchpoints/schedule/index.ts';
import { importComponentModule } from '../support/component-module.ts';

const labels = z.record(z.string(), z.string());
const codesSchema = z.object({ reasons: labels, conflicts: labels, notices: labels });

/** Beside what the planner says: why an enrolment ended or is paused, what is missing of a step, what a booked Event or a reply did. */
const others = ['recordDeleted', 'cadenceRetired', 'contentGone', 'customerReplied', 'meetingBooked'];

describe('every code that touchpoints can say has a sentence in the panel', () => {
  let sentences: z.infer<typeof codesSchema>;

  beforeAll(async () => {
    sentences = await importComponentModule('touchpoints/lwc/inspireTouchpointClauses/codes.ts', codesSchema);
  });

  it.each([...holdCodes, ...pauseReasons, ...skipReasons, ...stopReasons, ...others])('reason %s', (code) => {
    expect(sentences.reasons[code]).toMatch(/\w/);
  });

  it.each(conflictCodes)('conflict %s', (code) => {
    expect(sentences.conflicts[code]).toMatch(/\w/);
  });

  it('notice tasksNotWritten', () => {
    expect(sentences.notices['tasksNotWritten']).toMatch(/\w/);
  });
});
