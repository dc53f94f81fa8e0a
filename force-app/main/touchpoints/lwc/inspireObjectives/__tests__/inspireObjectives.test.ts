import { describe, expect, it } from '@jest/globals';
import Objectives from 'c/inspireObjectives';
import { focused } from 'support/focus';
import { heard, part, parts, place, settled, textOf } from 'support/page';

const text = 'Depots run without paper.\r\n\r\nTwo more regions by summer.';

const show = async (props: object = {}) => {
  const tile = place('c-inspire-objectives', Objectives, { text, mayEdit: true, ...props });
  await settled();
  return tile;
};

const edit = async (tile: Element) => {
  part(tile, '[data-part="edit"]').click();
  await settled();
};

describe('objectives of an account', () => {
  it('are paragraphs to read, with what happens to them', async () => {
    const tile = await show();
    expect(parts(tile, '[data-part="paragraph"]').map((each) => each.textContent)).toEqual([
      'Depots run without paper.',
      'Two more regions by summer.',
    ]);
    expect(textOf(tile)).toContain('worked through in account reviews');
    await expect(tile).toBeAccessible();
  });

  it('are asked for where there are none', async () => {
    const tile = await show({ text: '' });
    expect(part(tile, '[data-part="empty"]').textContent).toContain('in their words');
    await expect(tile).toBeAccessible();
  });

  it('are only read by who may not change the account', async () => {
    expect(parts(await show({ mayEdit: false }), '[data-part="edit"]')).toHaveLength(0);
  });
});

describe('writing them', () => {
  it('begins with what is there, and sends what was made of it', async () => {
    const tile = await show();
    const saved = heard(tile, 'save');
    await edit(tile);
    const field = part(tile, 'lightning-textarea');
    expect(field.value).toBe(text);
    expect(focused()).toBe(field);
    await expect(tile).toBeAccessible();
    Object.assign(field, { value: ' Three regions. ', reportValidity: () => true });
    part(tile, '[data-part="save"]').click();
    expect(saved).toEqual(['Three regions.']);
  });

  it('sends nothing that is too long', async () => {
    const tile = await show();
    const saved = heard(tile, 'save');
    await edit(tile);
    Object.assign(part(tile, 'lightning-textarea'), { reportValidity: () => false });
    part(tile, '[data-part="save"]').focus();
    part(tile, '[data-part="save"]').click();
    expect(saved).toEqual([]);
    expect(focused()).toBe(part(tile, 'lightning-textarea'));
  });

  it('says when somebody else has changed them meanwhile, and keeps what is being written', async () => {
    const tile = await show();
    await edit(tile);
    Object.assign(tile, { text: 'Changed by Ute.' });
    await settled();
    expect(part(tile, '[data-part="changed"]').textContent).toContain('Somebody has changed them');
    expect(part(tile, 'lightning-textarea').value).toBe(text);
    Object.assign(tile, { isBusy: true });
    await settled();
    expect(parts(tile, '[data-part="changed"]')).toHaveLength(0);
  });

  it('ends without a trace, by the button or by Escape', async () => {
    const tile = await show();
    await edit(tile);
    part(tile, '[data-part="cancel"]').click();
    await settled();
    expect(focused()).toBe(part(tile, '[data-part="edit"]'));
    await edit(tile);
    for (const key of ['a', 'Escape'])
      part(tile, '[data-part="form"]').dispatchEvent(new KeyboardEvent('keydown', { key }));
    await settled();
    expect(parts(tile, '[data-part="form"]')).toHaveLength(0);
  });
});
