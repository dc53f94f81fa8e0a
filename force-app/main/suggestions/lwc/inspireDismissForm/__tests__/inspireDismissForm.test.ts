import { describe, expect, it } from '@jest/globals';
import DismissForm from 'c/inspireDismissForm';
import { heard, part, parts, place, settled, tell } from 'support/page';

const show = async () => {
  const form = place('c-inspire-dismiss-form', DismissForm, { itemId: 'one' });
  await settled();
  return form;
};

const dateField = (form: Element, value: string, isValid = true) =>
  Object.assign(part(form, 'lightning-input'), { value, reportValidity: () => isValid });

describe('dismissing', () => {
  it('offers the five reasons', async () => {
    expect(part(await show(), 'lightning-radio-group').options).toEqual([
      { value: 'wrongMoment', label: 'Wrong moment' },
      { value: 'notForThisCustomer', label: 'Not for this customer' },
      { value: 'haveBetter', label: 'I have something better' },
      { value: 'outdated', label: 'Outdated' },
      { value: 'notGood', label: 'Not good' },
    ]);
  });

  it('needs a reason', async () => {
    const form = await show();
    expect(part(form, 'lightning-button').disabled).toBe(true);
    tell(part(form, 'lightning-radio-group'), 'change', { value: 'outdated' });
    await settled();
    expect(part(form, 'lightning-button').disabled).toBe(false);
  });

  it.each(['', '2099-12-12'])(
    'wants it gone with the reason and the day it may come back: "%s"',
    async (showAgainOn) => {
      const form = await show();
      const wants = heard(form, 'want');
      tell(part(form, 'lightning-radio-group'), 'change', { value: 'wrongMoment' });
      dateField(form, showAgainOn);
      part(form, 'lightning-button').click();
      expect(wants).toEqual([
        {
          operation: 'react',
          input: { itemId: 'one', kind: 'dismissed', reason: 'wrongMoment', showAgainOn },
        },
      ]);
    },
  );

  it('wants nothing while the day is not valid', async () => {
    const form = await show();
    const wants = heard(form, 'want');
    tell(part(form, 'lightning-radio-group'), 'change', { value: 'wrongMoment' });
    dateField(form, '1999-01-01', false);
    part(form, 'lightning-button').click();
    expect(wants).toEqual([]);
  });

  it('is left by cancel and by Escape, and by no other key', async () => {
    const form = await show();
    const cancelled = heard(form, 'cancel');
    parts(form, 'lightning-button')[1]?.click();
    const press = (key: string) => part(form, 'div').dispatchEvent(new KeyboardEvent('keydown', { key }));
    press('Escape');
    press('a');
    expect(cancelled).toHaveLength(2);
  });

  it('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
