import { describe, expect, it } from '@jest/globals';
import type { Fact } from 'c/inspireAnswer';
import FactStrip from 'c/inspireFactStrip';
import { aBlankFact } from 'support/answers';
import { heard, part, parts, place, settled, tell } from 'support/page';

const industry: Fact = {
  dimension: 'industry',
  state: 'known',
  values: [{ value: 'log', label: 'Logistics' }],
};
const helena = { value: 'eb', label: 'Economic buyer', about: 'Helena' };
const tom = { value: 'ch', label: 'Champion', about: 'Tom' };
const roles = (known: Partial<Fact>): Fact => ({
  dimension: 'buyerRole',
  state: 'known',
  values: [],
  ...known,
});
const roleField = { recordId: '00K1', field: 'Role', options: [{ value: 'eb', label: 'Economic buyer' }] };

const show = async (...facts: Fact[]) => {
  const strip = place('c-inspire-fact-strip', FactStrip, { facts });
  await settled();
  return strip;
};

const chips = (strip: Element) =>
  parts(strip, 'li > *').map((chip) => [
    chip.textContent.trim(),
    chip.classList.contains('inspire-chip_open') ? 'open' : 'known',
  ]);

describe('the strip of facts', () => {
  it('shows what is known, and dashed what is not', async () => {
    expect(chips(await show(aBlankFact(), industry))).toEqual([
      ['Challenge?', 'open'],
      ['Industry: Logistics', 'known'],
    ]);
  });

  it('shows an unknown that this rep may not fill in, without a button', async () => {
    const strip = await show({ dimension: 'competitor', state: 'unknown', values: [] });
    expect(chips(strip)).toEqual([['Competitor?', 'open']]);
    expect(parts(strip, 'button')).toHaveLength(0);
  });

  it('asks on demand, one question at a time, and closes it once answered', async () => {
    const strip = await show(aBlankFact(), aBlankFact({ dimension: 'useCase' }));
    const [challenge, useCase] = parts(strip, 'button');
    challenge?.click();
    await settled();
    expect(challenge?.getAttribute('aria-expanded')).toBe('true');
    useCase?.click();
    await settled();
    expect(challenge?.getAttribute('aria-expanded')).toBe('false');
    tell(part(strip, 'c-inspire-fact-question'), 'want');
    await settled();
    expect(parts(strip, 'c-inspire-fact-question')).toHaveLength(0);
  });

  it('closes the question when its chip is pressed again', async () => {
    const strip = await show(aBlankFact());
    part(strip, 'button').click();
    await settled();
    part(strip, 'button').click();
    await settled();
    expect(parts(strip, 'c-inspire-fact-question')).toHaveLength(0);
  });

  it('lets the rep confirm what was read from a title, apart from what is known', async () => {
    const fill = { ...roleField, about: 'Helena', suggested: 'eb' };
    const strip = await show(roles({ values: [helena, tom], fill }));
    expect(chips(strip)).toEqual([
      ['Buyer role: Champion (Tom)', 'known'],
      ['Buyer role: Economic buyer (Helena)· read from title ·', 'open'],
    ]);
    const wants = heard(strip, 'want');
    part(strip, 'lightning-button').click();
    expect(wants).toEqual([
      { operation: 'fillFact', input: { dimension: 'buyerRole', value: 'eb', recordId: '00K1' } },
    ]);
  });

  it('asks for the role of one person beside the known roles of others', async () => {
    const strip = await show(roles({ values: [helena], fill: { ...roleField, about: 'Tom' } }));
    expect(chips(strip)).toEqual([
      ['Buyer role: Economic buyer (Helena)', 'known'],
      ['Buyer role (Tom)?', 'open'],
    ]);
    part(strip, 'button').click();
    await settled();
    expect(part(strip, 'c-inspire-fact-question').fact).toMatchObject({ dimension: 'buyerRole' });
  });

  it('is accessible with a question open', async () => {
    const strip = await show(aBlankFact(), industry);
    part(strip, 'button').click();
    await settled();
    await expect(strip).toBeAccessible();
  });
});
