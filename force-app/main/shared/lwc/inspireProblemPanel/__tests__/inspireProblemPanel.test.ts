import { describe, expect, it } from '@jest/globals';
import ProblemPanel from 'c/inspireProblemPanel';
import { heard, part, parts, place, settled, textOf } from 'support/page';

const problem = {
  code: 'x',
  message: 'It did not answer.',
  remedy: 'Try again in a minute.',
  requestId: 'r-42',
};

const show = async (props: object) => {
  const panel = place('c-inspire-problem-panel', ProblemPanel, props);
  await settled();
  return panel;
};

describe('a problem', () => {
  it('shows message, remedy and request id', async () => {
    const panel = await show({ problem });
    expect(textOf(panel)).toBe('It did not answer.Try again in a minute.Request r-42');
  });

  it('shows no request line for a failure that reached no service', async () => {
    const panel = await show({ problem: { ...problem, requestId: undefined } });
    expect(textOf(panel)).not.toContain('Request');
  });

  it('shows nothing while there is no problem', async () => {
    expect(textOf(await show({}))).toBe('');
  });

  it('passes on that it shall be tried again', async () => {
    const panel = await show({ problem });
    const again = heard(panel, 'again');
    part(panel, 'lightning-button').click();
    expect(again).toHaveLength(1);
  });

  it('can be closed only where it may be', async () => {
    expect(parts(await show({ problem }), 'lightning-button')).toHaveLength(1);
    const panel = await show({ problem, closable: true });
    const closed = heard(panel, 'close');
    parts(panel, 'lightning-button')[1]?.click();
    expect(closed).toHaveLength(1);
  });

  it('is accessible', async () => {
    await expect(await show({ problem, closable: true })).toBeAccessible();
  });
});
