import { describe, expect, it } from '@jest/globals';
import Absence from 'c/inspireAbsence';
import { focused } from 'support/focus';
import { heard, part, parts, place, settled, textOf } from 'support/page';
import { aToday, today } from '../../inspireTouchpointAnswer/__tests__/answers';

const show = async (absences = aToday().absences) => {
  const form = place('c-inspire-absence', Absence, { absences, today });
  await settled();
  return form;
};

const fillIn = (form: Element, values: string[], isValid = true) =>
  parts(form, 'lightning-input').forEach((field, at) =>
    Object.assign(field, { value: values[at], reportValidity: () => isValid }),
  );

const add = (form: Element) => part(form, '[data-part="add"]').click();

describe('days on which the viewer is away', () => {
  it('are listed, each to be removed', async () => {
    const form = await show();
    const wants = heard(form, 'want');
    expect(textOf(form)).toContain('Away from Dec 21 to Dec 31');
    const remove = part(form, '[data-absence="a1"]');
    expect(remove.getAttribute('aria-label')).toBe('Remove: Away from Dec 21 to Dec 31');
    remove.click();
    expect(wants).toEqual([{ operation: 'setAbsence', input: { kind: 'remove', absenceId: 'a1' } }]);
    await expect(form).toBeAccessible();
  });

  it('are added from the first to the last', async () => {
    const form = await show([]);
    const wants = heard(form, 'want');
    fillIn(form, ['2020-12-01', '2020-12-01']);
    add(form);
    const input = { kind: 'add', from: '2020-12-01', to: '2020-12-01' };
    expect(wants).toEqual([{ operation: 'setAbsence', input }]);
  });

  it('are not added backwards, which is said', async () => {
    const form = await show([]);
    const wants = heard(form, 'want');
    fillIn(form, ['2020-12-02', '2020-12-01']);
    add(form);
    await settled();
    expect(part(form, '[role="alert"]').textContent).toContain('Choose a later last day.');
    expect(focused()).toBe(part(form, '[data-field="to"]'));
    expect(wants).toEqual([]);
  });

  it('are not added while a day is missing', async () => {
    const form = await show([]);
    const wants = heard(form, 'want');
    fillIn(form, ['', ''], false);
    add(form);
    expect(wants).toEqual([]);
  });
});
