import { describe, expect, it } from '@jest/globals';
import type { Suggestion } from 'c/inspireAnswer';
import Tile from 'c/inspireSuggestionTile';
import { aSuggestion } from 'support/answers';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';

const show = async (suggestion: Partial<Suggestion> = {}, question?: string) => {
  const view = { suggestion: aSuggestion(suggestion), question };
  const tile = place('c-inspire-suggestion-tile', Tile, { view });
  await settled();
  return tile;
};

const early: Partial<Suggestion> = {
  kind: 'presentation',
  warnings: [{ code: 'earlyForPhase', values: [] }],
};

describe('a suggestion tile', () => {
  it('says why in one sentence of at most two reasons, and keeps the others for who asks', async () => {
    const tile = await show();
    expect(part(tile, '[data-part="because"]').textContent).toBe(
      'Because Helena is CFO and you are in Negotiation.',
    );
    expect(parts(tile, 'details li').map((row) => row.textContent)).toEqual(['their industry is Logistics']);
    expect(part(tile, 'details').open).toBe(false);
  });

  it('names kind, audience, author, freshness, minutes and refresher', async () => {
    const refresher = { itemId: 'cfo', title: 'Talking to a CFO', minutes: 3 };
    const tile = await show({ refresher });
    expect(part(tile, 'lightning-icon').alternativeText).toBe('Document');
    expect(part(tile, 'lightning-badge').label).toBe('Customer-facing');
    expect(part(tile, '[data-part="meta"]').textContent).toBe('Ute Klein · reviewed Mar 12, 2020 · 4 min');
    expect(part(tile, '[data-act="openRefresher"]').textContent).toBe('Refresher: Talking to a CFO');
  });

  it('says when the review is due', async () => {
    const tile = await show({ freshness: 'due', minutes: undefined });
    expect(part(tile, '[data-part="meta"]').textContent).toBe(
      'Ute Klein · reviewed Mar 12, 2020, due for review',
    );
  });

  it.each(['open', 'openRefresher'])('passes on that the rep wants to %s it', async (act) => {
    const tile = await show({ refresher: { itemId: 'cfo', title: 'Talking to a CFO' } });
    const acts = heard(tile, 'act');
    part(tile, `[data-act="${act}"]`).click();
    expect(acts).toEqual([act]);
  });

  it('shares by email or as a copy of the link, where there is one', async () => {
    const tile = await show({ link: 'https://example.com/x' });
    const items = parts(tile, 'lightning-menu-item');
    expect(items.map(({ value, label }) => [value, label])).toEqual([
      ['email', 'Email'],
      ['link', 'Copy link'],
    ]);
    const acts = heard(tile, 'act');
    tell(part(tile, 'lightning-button-menu'), 'select', { value: 'link' });
    expect(acts).toEqual(['link']);
  });

  it.each<[NonNullable<Suggestion['notShareable']>, string]>([
    ['internal', 'Internal: not to be shared'],
    ['openBlanks', 'Has blanks to fill in before it can be shared'],
  ])('offers no share for what is not shareable, and says why: %s', async (notShareable, reason) => {
    const tile = await show({ shareable: false, notShareable });
    expect(parts(tile, 'lightning-button-menu')).toHaveLength(0);
    expect(part(tile, '[data-part="not-shareable"]').textContent).toBe(reason);
  });

  it('marks a sample, which can not be shared', async () => {
    const tile = await show({ sample: true, shareable: false, notShareable: 'sample' });
    expect(parts(tile, 'lightning-button-menu')).toHaveLength(0);
    const badges = parts(tile, 'lightning-badge');
    expect(badges.map(({ label }) => label)).toContain('Sample, do not send');
  });

  it('flags what is early, says why, and gives way when the rep uses it anyway', async () => {
    const tile = await show(early);
    expect(part(tile, '[data-part="warning"]').textContent).toBe(
      'Presentation: early for this. They have not decided to change yet.',
    );
    expect(parts(tile, 'lightning-button-menu, lightning-button[data-act="open"]')).toHaveLength(0);
    part(tile, 'lightning-button').click();
    await settled();
    expect(parts(tile, '[data-part="warning"]')).toHaveLength(0);
    expect(parts(tile, 'lightning-button-menu, lightning-button[data-act="open"]')).toHaveLength(2);
  });

  it('says whether the customer of a story may be named', async () => {
    const tile = await show({ kind: 'story', reference: 'askFirst', minutes: undefined });
    expect(part(tile, '[data-part="meta"]').textContent).toContain('Ask before you name the customer');
  });

  it('records a use with one click', async () => {
    const tile = await show();
    const wants = heard(tile, 'want');
    part(tile, '[data-kind="used"]').click();
    expect(wants).toEqual([{ operation: 'react', input: { itemId: 'executive-summary', kind: 'used' } }]);
  });

  it('records a share only when the rep says that it was sent', async () => {
    const tile = await show({}, 'Did you send it?');
    const wants = heard(tile, 'want');
    const acts = heard(tile, 'act');
    part(tile, '[data-act="notSent"]').click();
    expect(wants).toEqual([]);
    expect(acts).toEqual(['notSent']);
    part(tile, '[data-kind="shared"]').click();
    expect(wants).toEqual([{ operation: 'react', input: { itemId: 'executive-summary', kind: 'shared' } }]);
  });

  it('asks for a reason before it dismisses, and closes the question on cancel', async () => {
    const tile = await show();
    part(tile, '[data-part="dismiss"]').click();
    await settled();
    tell(part(tile, 'c-inspire-dismiss-form'), 'cancel');
    await settled();
    expect(parts(tile, 'c-inspire-dismiss-form')).toHaveLength(0);
  });

  it('shows nothing without a suggestion', async () => {
    const tile = place('c-inspire-suggestion-tile', Tile, {});
    await settled();
    expect(textOf(tile)).toBe('');
  });

  it('is accessible, guarded and with every part open', async () => {
    await expect(await show(early)).toBeAccessible();
    const tile = await show({ sample: true, refresher: { itemId: 'cfo', title: 'CFO' } }, 'Did you send it?');
    part(tile, '[data-part="dismiss"]').click();
    await settled();
    await expect(tile).toBeAccessible();
  });
});
