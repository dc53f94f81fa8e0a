import { describe, expect, it } from '@jest/globals';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { part, parts, textOf } from 'support/page';
import { aTouchpoint, anAnswer, anEnrollment } from '../../inspireTouchpointAnswer/__tests__/answers';
import { answered, entriesIn } from './panel';

describe('what is below the next step', () => {
  it.each<[Partial<Touchpoint>, string]>([
    [
      { state: 'planned', dueOn: '2020-11-16' },
      'Nothing to do now. Call Helena about the business case comes Monday.',
    ],
    [
      { state: 'held', reason: { code: 'noAddress', values: [] } },
      'Nothing to do now. Held: the contact has no',
    ],
    [{ state: 'held', dueOn: undefined }, 'Nothing to do now.'],
    [{ state: 'done' }, 'Nothing to do: every step has ended.'],
  ])('says why there is none: %j', async (touchpoint, text) => {
    const touchpoints = [aTouchpoint(touchpoint)];
    const panel = await answered(anAnswer({ nextId: undefined, touchpoints }));
    expect(part(panel, '[data-part="idle"]').textContent).toContain(text);
  });

  it('names the cadences with aim, exit outcome, state and how many times', async () => {
    const enrollments = [
      anEnrollment({ iteration: 2 }),
      anEnrollment({ enrollmentId: 'e2', state: 'stopped', reason: { code: 'bounced', values: [] } }),
    ];
    const panel = await answered(anAnswer({ enrollments }));
    expect(part(panel, '[data-part="more"] > h4').textContent).toBe('Cadences (2)');
    expect(entriesIn(panel, '[data-part="cadences"]')).toMatchObject([
      {
        title: 'Sales process',
        lines: [
          'Running · began Nov 2 · 2nd time at this stage',
          'Aim: A decision to change.',
          expect.stringContaining('A confirmed business case.'),
        ],
        actions: [{ key: 'pause' }, { key: 'stop' }],
      },
      {
        lines: ['Stopped · began Nov 2', 'The mail did not arrive', expect.any(String), expect.any(String)],
        actions: [],
      },
    ]);
  });

  it.each([
    [3, '3rd'],
    [4, '4th'],
    [21, '21st'],
  ])('counts as the language does: %i', async (iteration, text) => {
    const panel = await answered(anAnswer({ enrollments: [anEnrollment({ iteration })] }));
    const [entry] = entriesIn(panel, '[data-part="cadences"]');
    expect(entry?.lines[0]).toContain(`${text} time at this stage`);
  });

  it('offers a paused cadence to go on', async () => {
    const panel = await answered(anAnswer({ enrollments: [anEnrollment({ state: 'paused' })] }));
    const [entry] = entriesIn(panel, '[data-part="cadences"]');
    expect(entry?.actions.map(({ key }) => key)).toEqual(['resume', 'stop']);
    expect(entry?.actions[0]?.form?.()).toMatchObject({ act: 'Resume the cadence' });
  });

  it('asks whether a cadence goes on after the stage changed', async () => {
    const enrollments = [anEnrollment({ asks: { stageName: 'Negotiation' } })];
    const panel = await answered(anAnswer({ enrollments }));
    const [question] = entriesIn(panel, '[data-part="questions"]');
    expect(question?.title).toBe('The deal moved to Negotiation. Keep going with “Sales process”?');
    expect(question?.actions.map(({ want }) => want?.input)).toEqual([
      { kind: 'keep', enrollmentId: 'e1' },
      { kind: 'stop', reason: 'dealChanged', enrollmentId: 'e1' },
    ]);
    await expect(panel).toBeAccessible();
  });

  it('says what the rep should know, readable even where the code is new', async () => {
    const notices = [
      { code: 'tasksNotWritten', values: [] },
      { code: 'moonPhase', values: ['full'] },
    ];
    const panel = await answered(anAnswer({ notices }));
    const texts = parts(panel, '[data-part="notice"]').map(({ textContent }) => textContent);
    expect(texts).toEqual([expect.stringContaining('Tasks are written only'), 'Reason: moon phase, full.']);
  });

  it('hides what may not be done, and says why', async () => {
    const enrollments = [anEnrollment({ asks: { stageName: 'x' } })];
    const panel = await answered(anAnswer({ mayAct: false, enrollments }));
    expect(part(panel, 'c-inspire-next-step').mayAct).toBe(false);
    expect(entriesIn(panel, '[data-part="cadences"]')[0]?.actions).toEqual([]);
    expect(parts(panel, '[data-part="begin"]')).toHaveLength(0);
    expect(parts(panel, '[data-part="questions"]')).toHaveLength(0);
    expect(textOf(panel)).toContain('You may read this record but not change it');
  });
});
