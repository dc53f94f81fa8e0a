import { describe, expect, it } from '@jest/globals';
import Section from 'c/inspireSection';
import { heard, part, parts, place, settled, tell, textOf } from 'support/page';

const problem = { code: 'x', message: 'It did not answer.', remedy: 'Try again in a minute.' };
const asOf = new Date('2026-03-02T09:00:00Z');

const show = async (reading: object) => {
  const section = place('c-inspire-section', Section, {
    label: 'Parked',
    iconName: 'standard:task',
    reading,
  });
  await settled();
  return section;
};

describe('a section', () => {
  it('shows that it waits', async () => {
    const section = await show({});
    expect(parts(section, 'c-inspire-loading')).toHaveLength(1);
    expect(parts(section, 'slot:not([name])')).toHaveLength(0);
  });

  it('tells a problem, and asks again', async () => {
    const section = await show({ problem });
    const again = heard(section, 'again');
    const panel = part(section, 'c-inspire-problem-panel');
    expect(panel.problem).toEqual(problem);
    tell(panel, 'again');
    expect(again).toHaveLength(1);
  });

  it('shows what was read, and from when it is', async () => {
    const section = await show({ answer: {}, asOf });
    expect(textOf(section)).toMatch(/^As of \d+:\d+/);
    expect(parts(section, 'c-inspire-loading')).toHaveLength(0);
  });

  it('keeps what was read, and says that it could not be read again', async () => {
    const section = await show({ answer: {}, asOf, problem });
    const again = heard(section, 'again');
    expect(part(section, '[role="status"]').textContent).toMatch(
      /could not be read again: It did not answer\./,
    );
    expect(part(section, 'c-inspire-problem-panel').problem).toBeUndefined();
    part(section, '[role="status"] lightning-button').click();
    expect(again).toHaveLength(1);
  });

  it.each([[{}], [{ problem }], [{ answer: {}, asOf }], [{ answer: {}, asOf, problem }]])(
    'is accessible with %j',
    async (reading) => {
      await expect(await show(reading)).toBeAccessible();
    },
  );
});
