import { describe, expect, it } from '@jest/globals';
import { skipForm } from 'c/inspireActForm';
import Entries, { type Entry } from 'c/inspireEntries';
import { acts } from 'c/inspireTouchpointCalls';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';
import { today } from '../../inspireTouchpointAnswer/__tests__/answers';

const anEntry = (given: Partial<Entry> = {}): Entry => ({
  key: 'k1',
  icon: 'utility:call',
  iconText: 'Call',
  title: 'Call Helena',
  lines: ['Today', 'Nov 18 is not a working day.'],
  actions: [],
  ...given,
});

const many = (count: number): Entry[] =>
  Array.from({ length: count }, (_, at) => anEntry({ key: `k${at}`, title: `Step ${at}` }));

const show = async (entries: Entry[]) => {
  const list = place('c-inspire-entries', Entries, { entries, label: 'Due', recordId: 'r', today });
  await settled();
  return list;
};

const button = (list: Element, action: string) => part(list, `[data-action="${action}"]`);

describe('a list of steps', () => {
  it('says what each is, its channel as text too', async () => {
    const list = await show([anEntry({ badge: 'Pinned', why: 'Held: no day.' })]);
    expect(part(list, 'lightning-icon').alternativeText).toBe('Call');
    expect(part(list, 'lightning-badge').label).toBe('Pinned');
    expect(part(list, 'summary').textContent).toBe('Why?: Call Helena');
    expect(textOf(list)).toContain('Nov 18 is not a working day.');
    await expect(list).toBeAccessible();
  });

  it('shows ten at a time, and moves the focus to the first new one', async () => {
    const list = await show(many(24));
    expect(parts(list, 'li')).toHaveLength(10);
    part(list, '[data-part="more"]').click();
    await settled();
    expect(parts(list, 'li')).toHaveLength(20);
    expect(list.shadowRoot?.activeElement).toBe(parts(list, 'li')[10]);
    part(list, '[data-part="more"]').click();
    await settled();
    expect(parts(list, 'li')).toHaveLength(24);
    expect(parts(list, '[data-part="more"]')).toHaveLength(0);
  });

  it('wants at once what needs no question', async () => {
    const want = acts({ kind: 'unpin', touchpointId: 'k1' });
    const list = await show([anEntry({ actions: [{ key: 'unpin', label: 'Unpin', want }] })]);
    const wants = heard(list, 'want');
    expect(button(list, 'unpin').getAttribute('aria-label')).toBe('Unpin: Call Helena');
    button(list, 'unpin').click();
    expect(wants).toEqual([want]);
  });

  it('chooses an entry', async () => {
    const list = await show([anEntry({ actions: [{ key: 'choose', label: 'Work on it' }] })]);
    const chosen = heard(list, 'choose');
    button(list, 'choose').click();
    expect(chosen).toEqual(['k1']);
  });

  it('asks in a form what has to be said before, closed when it is under way or left', async () => {
    const form = () => skipForm('k1');
    const list = await show([
      anEntry({ actions: [{ key: 'skip', label: 'Skip', form }] }),
      anEntry({ key: 'k2', title: 'Other' }),
    ]);
    button(list, 'skip').click();
    await settled();
    expect(parts(list, 'c-inspire-act-form')).toHaveLength(1);
    tell(part(list, 'c-inspire-act-form'), 'cancel');
    await settled();
    expect(parts(list, 'c-inspire-act-form')).toHaveLength(0);
    expect(list.shadowRoot?.activeElement).toBe(button(list, 'skip'));
    button(list, 'skip').click();
    await settled();
    tell(part(list, 'c-inspire-act-form'), 'want', acts({}));
    await settled();
    expect(parts(list, 'c-inspire-act-form')).toHaveLength(0);
  });
});
