import { describe, expect, it } from '@jest/globals';
import type { Entry } from 'c/inspireEntries';
import Timeline from 'c/inspireTimeline';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { part, parts, place, settled, type Part } from 'support/page';
import { aTouchpoint, theTouchpoints, today } from '../../inspireTouchpointAnswer/__tests__/answers';

const show = async (touchpoints: Touchpoint[], mayAct = true) => {
  const timeline = place('c-inspire-timeline', Timeline, { touchpoints, today, mayAct });
  await settled();
  return timeline;
};

const isEntries = (value: unknown): value is Entry[] => Array.isArray(value);
const entriesIn = ({ entries }: Part): Entry[] => (isEntries(entries) ? entries : []);
const lists = (timeline: Element) => parts(timeline, 'c-inspire-entries');
const entryOf = async (touchpoint: Partial<Touchpoint>, mayAct = true) => {
  const [list] = lists(await show([aTouchpoint(touchpoint)], mayAct));
  return list && entriesIn(list)[0];
};

describe('the timeline', () => {
  it('is not there when there is nothing', async () => {
    expect(lists(await show([]))).toHaveLength(0);
  });

  it('groups what is to do, planned, held and past', async () => {
    const timeline = await show(theTouchpoints());
    expect(lists(timeline).map(({ label }) => label)).toEqual([
      'To do (1)',
      'Planned (1)',
      'Held (1)',
      'Done and past (1)',
    ]);
    await expect(timeline).toBeAccessible();
  });

  it('shows of the past what ended last first', async () => {
    const timeline = await show([
      aTouchpoint({ touchpointId: 'a', state: 'done', dueOn: '2020-11-02' }),
      aTouchpoint({ touchpointId: 'b', state: 'notTaken', dueOn: undefined }),
      aTouchpoint({ touchpointId: 'c', state: 'skipped', dueOn: '2020-11-09' }),
    ]);
    const [list] = lists(timeline);
    expect(list && entriesIn(list).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });

  it('stays usable with 200 touchpoints', async () => {
    const timeline = await show(
      Array.from({ length: 200 }, (_, at) => aTouchpoint({ touchpointId: `t${at}`, state: 'planned' })),
    );
    expect(parts(part(timeline, 'c-inspire-entries'), 'li')).toHaveLength(10);
  });
});

describe('a touchpoint in the timeline', () => {
  it.each<[Partial<Touchpoint>, string]>([
    [{}, 'Today · To do · Helena Brandt'],
    [{ state: 'planned', dueOn: '2020-11-16' }, 'Monday · Planned · Helena Brandt'],
    [
      { state: 'done', emailFound: true, dueOn: '2020-11-02', contact: undefined },
      'Nov 2 · Done · email found',
    ],
    [
      { state: 'done', outcome: 'negative', dueOn: '2020-11-11' },
      'Yesterday · Done · Did not · Helena Brandt',
    ],
    [{ state: 'notTaken', dueOn: undefined, contact: undefined }, 'Not taken'],
  ])('%j says %s', async (touchpoint, text) => {
    expect((await entryOf(touchpoint))?.lines).toEqual([text]);
  });

  it('names its channel, its pin, its conflicts, and why it is held', async () => {
    const reason = { code: 'noFeasibleDay', values: [] };
    const conflicts = [{ code: 'overBudget', values: ['2020-11-16'] }];
    expect(await entryOf({ state: 'held', isPinned: true, reason, conflicts })).toMatchObject({
      iconText: 'Call',
      badge: 'Pinned',
      why: 'Held: no day ahead suits both calendars and its hours.',
      lines: [expect.any(String), 'By Nov 16 this person hears from us more often than agreed.'],
    });
  });

  it.each<[Partial<Touchpoint>, string[]]>([
    [{}, ['choose']],
    [{ isPinned: true }, ['choose', 'unpin']],
    [{ state: 'done' }, ['reopen']],
    [{ state: 'skipped' }, ['reopen']],
    [{ state: 'done', dueOn: '2020-11-11' }, []],
    [{ state: 'cancelled' }, []],
  ])('%j offers %j', async (touchpoint, actions) => {
    expect((await entryOf(touchpoint))?.actions.map(({ key }) => key)).toEqual(actions);
    expect((await entryOf(touchpoint, false))?.actions).toEqual([]);
  });
});
