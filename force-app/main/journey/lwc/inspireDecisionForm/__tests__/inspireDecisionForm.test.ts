import { describe, expect, it } from '@jest/globals';
import DecisionForm from 'c/inspireDecisionForm';
import { heard, part, parts, place, settled } from 'support/page';

const show = async (values: string[], isValid = true) => {
  const form = place('c-inspire-decision-form', DecisionForm);
  await settled();
  parts(form, '[data-field]').forEach((field, index) => {
    Object.assign(field, { value: values[index], reportValidity: () => isValid });
  });
  return form;
};

describe('the form for a change decision', () => {
  it('is hidden until asked', async () => {
    expect(part(await show([]), 'details').open).toBe(false);
  });

  it('records when, by whom and in whose words', async () => {
    const form = await show(['2026-11-20', 'Helena Brandt', 'We can not go on like this.']);
    const wants = heard(form, 'want');
    part(form, 'lightning-button').click();
    expect(wants).toEqual([
      {
        operation: 'recordChangeDecision',
        input: {
          decidedOn: '2026-11-20',
          decidedBy: 'Helena Brandt',
          words: 'We can not go on like this.',
        },
      },
    ]);
  });

  it('records nothing while something is missing', async () => {
    const form = await show(['', '', ''], false);
    const wants = heard(form, 'want');
    part(form, 'lightning-button').click();
    expect(wants).toEqual([]);
  });

  it('is accessible', async () => {
    await expect(await show(['', '', ''])).toBeAccessible();
  });
});
