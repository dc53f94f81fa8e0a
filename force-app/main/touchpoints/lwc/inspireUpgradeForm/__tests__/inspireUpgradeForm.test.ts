import { describe, expect, it } from '@jest/globals';
import UpgradeForm from 'c/inspireUpgradeForm';
import { focused } from 'support/focus';
import { heard, part, parts, place, settled } from 'support/page';
import { today } from '../../inspireTouchpointAnswer/__tests__/answers';

const show = async (props: object = {}) => {
  const form = place('c-inspire-upgrade-form', UpgradeForm, {
    ...{ accountName: 'Brunner Logistik', closeOn: '2021-03-15', today },
    ...props,
  });
  await settled();
  part(form, '[data-part="open"]').click();
  await settled();
  return form;
};

const values = (form: Element) => parts(form, 'lightning-input').map(({ value }) => value);

const fillIn = (form: Element, given: string[], isValid = true) =>
  parts(form, 'lightning-input').forEach((field, at) =>
    Object.assign(field, { value: given[at], reportValidity: () => isValid }),
  );

describe('an upgrade opportunity', () => {
  it('is named after the account, and closes with the term', async () => {
    const form = await show();
    expect(values(form)).toEqual(['Brunner Logistik – upgrade', '2021-03-15']);
    expect(focused()).toBe(parts(form, 'lightning-input')[0]);
    await expect(form).toBeAccessible();
  });

  it('is left to name and date where neither is known', async () => {
    const [name, date] = values(await show({ accountName: '', closeOn: undefined }));
    expect([name, date]).toEqual(['', undefined]);
  });

  it('is never named longer than Salesforce takes', async () => {
    expect(String(values(await show({ accountName: 'x'.repeat(200) }))[0])).toHaveLength(120);
  });

  it('is created as it was filled in', async () => {
    const form = await show();
    const created = heard(form, 'create');
    fillIn(form, [' Brunner – 40 vehicles ', '2021-02-26']);
    part(form, '[data-part="create"]').click();
    expect(created).toEqual([{ name: 'Brunner – 40 vehicles', closeDate: '2021-02-26' }]);
  });

  it('is not created while something is missing', async () => {
    const form = await show();
    const created = heard(form, 'create');
    fillIn(form, ['', ''], false);
    part(form, '[data-part="create"]').focus();
    part(form, '[data-part="create"]').click();
    expect(created).toEqual([]);
    expect(focused()).toBe(part(form, 'lightning-input'));
  });

  it('is let go by the button or by Escape, and the focus goes back', async () => {
    const form = await show();
    for (const key of ['a', 'Escape'])
      part(form, '[data-part="form"]').dispatchEvent(new KeyboardEvent('keydown', { key }));
    await settled();
    expect(focused()).toBe(part(form, '[data-part="open"]'));
    part(form, '[data-part="open"]').click();
    await settled();
    const press = new MouseEvent('mousedown', { cancelable: true });
    part(form, '[data-part="cancel"]').dispatchEvent(press);
    expect(press.defaultPrevented).toBe(true);
    part(form, '[data-part="cancel"]').click();
    await settled();
    expect(parts(form, '[data-part="form"]')).toHaveLength(0);
    await expect(form).toBeAccessible();
  });
});
