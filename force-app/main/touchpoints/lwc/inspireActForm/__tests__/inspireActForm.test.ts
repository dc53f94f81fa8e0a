import { beforeEach, describe, expect, it } from '@jest/globals';
import ActForm, {
  beginForm,
  moveForm,
  pauseForm,
  resumeForm,
  skipForm,
  stopForm,
  type Form,
} from 'c/inspireActForm';
import { aFailure } from 'support/answers';
import { reading } from 'support/gateway';
import { heard, part, parts, place, settled, tell, textOf, type Part } from 'support/page';
import { aPreview, aTouchpoint, anOffer, today } from '../../inspireTouchpointAnswer/__tests__/answers';

const show = async (form: Form) => {
  const element = place('c-inspire-act-form', ActForm, { recordId: 'r', today, form });
  await settled();
  return element;
};

const button = (form: Element) => part(form, '[data-part="act"]');
const field = (form: Element, name: string) => part(form, `[data-field="${name}"]`);

const fillIn = async (form: Element, name: string, value: string) => {
  Object.assign(field(form, name), { value });
  tell(field(form, name), 'change', { value });
  await settled();
};

const makeValid = (form: Element, isValid = true) =>
  parts(form, '[data-field]').forEach((each: Part) =>
    Object.assign(each, { reportValidity: () => isValid, value: each.value ?? '' }),
  );

const asked = () => reading.mock.calls.map(([{ input }]): unknown => JSON.parse(input ?? ''));

beforeEach(() => {
  reading.mockReset();
  reading.mockResolvedValue(JSON.stringify(aPreview()));
});

describe('a form that asks why', () => {
  it.each([
    ['skip', skipForm('t1'), { touchpointId: 't1' }, 'notNeeded'],
    ['pause', pauseForm('e1'), { enrollmentId: 'e1' }, 'meetingBooked'],
    ['stop', stopForm('e1'), { enrollmentId: 'e1' }, 'dealChanged'],
  ])('needs a reason to %s, and sends it', async (kind, spec, subject, reason) => {
    const form = await show(spec);
    const wants = heard(form, 'want');
    expect(button(form).disabled).toBe(true);
    tell(part(form, 'lightning-radio-group'), 'change', { value: reason });
    await settled();
    expect(button(form).disabled).toBe(false);
    makeValid(form);
    await fillIn(form, 'note', 'as agreed');
    button(form).click();
    expect(wants).toEqual([
      {
        operation: 'actOnTouchpoint',
        input: expect.objectContaining({ kind, ...subject, reason, note: 'as agreed' }),
      },
    ]);
    expect(reading).not.toHaveBeenCalled();
    await expect(form).toBeAccessible();
  });

  it('asks until when only for a pause', async () => {
    expect(parts(await show(pauseForm('e1')), '[data-field="until"]')).toHaveLength(1);
    expect(parts(await show(stopForm('e1')), '[data-field="until"]')).toHaveLength(0);
  });

  it('sends nothing while a field is not valid', async () => {
    const form = await show(skipForm('t1'));
    const wants = heard(form, 'want');
    tell(part(form, 'lightning-radio-group'), 'change', { value: 'notNeeded' });
    makeValid(form, false);
    button(form).click();
    expect(wants).toEqual([]);
  });

  it('forgets the reason when it becomes another form', async () => {
    const form = await show(skipForm('t1'));
    tell(part(form, 'lightning-radio-group'), 'change', { value: 'notNeeded' });
    form.form = pauseForm('e1');
    await settled();
    expect(button(form).disabled).toBe(true);
  });

  it('is left by cancel and by Escape, and by no other key', async () => {
    const form = await show(skipForm('t1'));
    const left = heard(form, 'cancel');
    part(form, '[data-part="cancel"]').click();
    const press = (key: string) => part(form, 'div').dispatchEvent(new KeyboardEvent('keydown', { key }));
    press('Escape');
    press('a');
    expect(left).toHaveLength(2);
  });
});

describe('a form that shows dates before', () => {
  it('asks for nothing until another day is chosen, then says what moves and why not', async () => {
    const form = await show(moveForm(aTouchpoint(), today));
    expect(button(form).disabled).toBe(true);
    expect(reading).not.toHaveBeenCalled();
    await fillIn(form, 'to', '2020-11-17');
    expect(asked()).toEqual([{ kind: 'move', touchpointId: 't1', to: '2020-11-17' }]);
    expect(button(form).disabled).toBe(false);
    expect(parts(form, 'li')).toHaveLength(1);
    expect(textOf(form)).toContain('Nov 18 instead of Nov 16 · Email · Nov 18 is not a working day.');
    await expect(form).toBeAccessible();
  });

  it.each(['', today, '2020-11-11'])('has nothing to move to with "%s"', async (to) => {
    const form = await show(moveForm(aTouchpoint(), today));
    await fillIn(form, 'to', to);
    expect(button(form).disabled).toBe(true);
    expect(reading).not.toHaveBeenCalled();
  });

  it('wants the move', async () => {
    const form = await show(moveForm(aTouchpoint(), today));
    const wants = heard(form, 'want');
    makeValid(form);
    await fillIn(form, 'to', '2020-11-17');
    button(form).click();
    const input = { kind: 'move', touchpointId: 't1', to: '2020-11-17' };
    expect(wants).toEqual([{ operation: 'actOnTouchpoint', input }]);
  });

  it('previews a resumption at once, and wants it', async () => {
    const form = await show(resumeForm('e1'));
    const wants = heard(form, 'want');
    expect(asked()).toEqual([{ kind: 'resume', enrollmentId: 'e1' }]);
    button(form).click();
    const input = { kind: 'resume', enrollmentId: 'e1' };
    expect(wants).toEqual([{ operation: 'actOnTouchpoint', input }]);
  });

  it('asks for the dates that a cadence counts from before it previews it', async () => {
    const form = await show(beginForm(anOffer({ missingAnchors: ['delivery', 'contractEnd'] })));
    const wants = heard(form, 'want');
    expect(parts(form, 'lightning-input').map(({ label }) => label)).toEqual([
      'Day of delivery',
      'End of the contract',
    ]);
    makeValid(form);
    await fillIn(form, 'delivery', '2020-12-01');
    expect(button(form).disabled).toBe(true);
    expect(reading).not.toHaveBeenCalled();
    await fillIn(form, 'contractEnd', '2021-12-01');
    const begin = {
      cadenceId: 'new-executive',
      anchorDates: { delivery: '2020-12-01', contractEnd: '2021-12-01' },
    };
    expect(asked()).toEqual([{ kind: 'enroll', ...begin }]);
    button(form).click();
    expect(wants).toEqual([{ operation: 'enroll', input: begin }]);
  });

  it('says when no date changes', async () => {
    reading.mockResolvedValue('{"title":"x","steps":[]}');
    expect(textOf(await show(resumeForm('e1')))).toContain('No dates change.');
  });

  it('says why a step has no day', async () => {
    const reason = { code: 'contactMissing', values: [] };
    const steps = [{ name: 'Call', channel: 'call' as const, before: today, reason, conflicts: [] }];
    reading.mockResolvedValue(JSON.stringify(aPreview({ steps })));
    expect(textOf(await show(resumeForm('e1')))).toContain('No day yet · Call · Held: nobody is named');
  });

  it('shows what went wrong, and asks again', async () => {
    reading.mockRejectedValueOnce(aFailure());
    const form = await show(resumeForm('e1'));
    expect(part(form, 'c-inspire-problem-panel').problem).toMatchObject({ requestId: 'r-42' });
    tell(part(form, 'c-inspire-problem-panel'), 'again');
    await settled();
    expect(parts(form, 'li')).toHaveLength(1);
  });

  it('lets go of an answer to what is no longer wished for', async () => {
    const form = await show(moveForm(aTouchpoint(), today));
    let late: (text: string) => void = () => undefined;
    reading.mockReturnValueOnce(
      new Promise((resolve) => {
        late = resolve;
      }),
    );
    await fillIn(form, 'to', '2020-11-17');
    reading.mockResolvedValueOnce('{"title":"later","steps":[]}');
    await fillIn(form, 'to', '2020-11-19');
    late(JSON.stringify(aPreview()));
    await settled();
    expect(textOf(form)).toContain('No dates change.');
  });
});
