import { describe, expect, it } from '@jest/globals';
import type { SetAsideItem } from 'c/inspireAnswer';
import SetAside from 'c/inspireSetAside';
import { heard, part, parts, place, settled, textOf } from 'support/page';

const items: SetAsideItem[] = [
  {
    itemId: 'a',
    title: 'What standing still costs',
    kind: 'dismissed',
    reactionId: 'r1',
    until: '2099-12-12',
  },
  { itemId: 'b', title: 'How they decide', kind: 'shared', reactionId: 'r2' },
  { itemId: 'c', title: 'Mutual close plan', kind: 'used', reactionId: 'r3' },
];

const show = async (props: object = { items }) => {
  const list = place('c-inspire-set-aside', SetAside, props);
  await settled();
  return list;
};

describe('what stepped aside', () => {
  it('is hidden until asked, and counted', async () => {
    const list = await show();
    expect(part(list, 'details').open).toBe(false);
    expect(part(list, 'summary').textContent).toBe('Set aside (3)');
  });

  it('says what was done with each, and until when it is gone', async () => {
    expect(parts(await show(), 'li p').map(({ textContent }) => textContent)).toEqual([
      'Dismissed until Dec 12, 2099',
      'Shared',
      'Used',
    ]);
  });

  it('comes back by undo, named for those who do not see the row', async () => {
    const list = await show();
    const wants = heard(list, 'want');
    const [undo] = parts(list, 'lightning-button');
    expect(undo?.ariaLabel).toBe('Undo: What standing still costs');
    undo?.click();
    expect(wants).toEqual([{ operation: 'undoReaction', input: { reactionId: 'r1' } }]);
  });

  it('can still be opened', async () => {
    const list = await show();
    const opened = heard(list, 'open');
    parts(list, 'button')[1]?.click();
    expect(opened).toEqual([items[1]]);
  });

  it('takes no place while there is nothing', async () => {
    expect(textOf(await show({ items: [] }))).toBe('');
  });

  it('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
