import { describe, expect, it } from '@jest/globals';
import FactQuestion from 'c/inspireFactQuestion';
import { aBlankFact } from 'support/answers';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';

const show = async (props: object) => {
  const question = place('c-inspire-fact-question', FactQuestion, props);
  await settled();
  return question;
};

const many = Array.from({ length: 7 }, (_, n) => ({ value: `v${n}`, label: `Value ${n}` }));
const manyValues = aBlankFact({
  dimension: 'industry',
  fill: { recordId: '001A', field: 'Industry', options: many },
});

describe('a question about a blank fact', () => {
  it('offers a few values as buttons, and one click fills the fact in', async () => {
    const question = await show({ fact: aBlankFact() });
    expect(textOf(question)).toBe('Tell us what they want to fix:');
    expect(parts(question, 'lightning-button').map(({ label }) => label)).toEqual(['Cost', 'Growth', 'Risk']);
    const wants = heard(question, 'want');
    parts(question, 'lightning-button')[1]?.click();
    expect(wants).toEqual([
      {
        operation: 'fillFact',
        input: { dimension: 'challenge', value: 'growth', recordId: '006000000000001AAA' },
      },
    ]);
  });

  it('offers many values as a list', async () => {
    const question = await show({ fact: manyValues });
    const list = part(question, 'lightning-combobox');
    expect(list.label).toBe('Tell us: Industry');
    const wants = heard(question, 'want');
    tell(list, 'change', { value: 'v3' });
    expect(wants).toEqual([
      { operation: 'fillFact', input: { dimension: 'industry', value: 'v3', recordId: '001A' } },
    ]);
  });

  it('is accessible both ways', async () => {
    await expect(await show({ fact: aBlankFact() })).toBeAccessible();
    await expect(await show({ fact: manyValues })).toBeAccessible();
  });
});
