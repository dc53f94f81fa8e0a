import { describe, expect, it } from '@jest/globals';
import type { Stage } from 'c/inspireAnswer';
import StageLine from 'c/inspireStageLine';
import { aStage } from 'support/answers';
import { part, parts, place, settled, textOf } from 'support/page';

const show = async (stage: Stage | undefined, canDecide = true) => {
  const line = place('c-inspire-stage-line', StageLine, { stage, canDecide });
  await settled();
  return line;
};

describe('the line with the stage', () => {
  it('says where the customer is, and keeps the guide for who asks', async () => {
    const line = await show(aStage());
    expect(textOf(line)).toContain('Negotiation/Review · Buying');
    expect(part(line, 'details').open).toBe(false);
    expect(parts(line, 'details p').map(({ textContent }) => textContent)).toEqual([
      'Agree on terms both sides can live with.',
      'A signed order.',
      'keep the date',
    ]);
  });

  it('says that the decision to change is missing, and takes it', async () => {
    const line = await show(aStage());
    expect(textOf(line)).toContain('No decision to change is recorded yet.');
    expect(parts(line, 'c-inspire-decision-form')).toHaveLength(1);
  });

  it('takes no decision where there is no opportunity to record it on', async () => {
    const line = await show(aStage(), false);
    expect(parts(line, 'c-inspire-decision-form')).toHaveLength(0);
  });

  it('says that a decision is recorded', async () => {
    const line = await show(aStage({ changeDecision: 'confirmed' }));
    expect(textOf(line)).toContain('Their decision to change is recorded.');
  });

  it('speaks of no decision in a stage that needs none', async () => {
    expect(textOf(await show(aStage({ changeDecision: 'notNeeded' })))).not.toContain('decision');
  });

  it('shows a stage that is not mapped by its name alone', async () => {
    const unmapped: Stage = { stageName: 'Odd', mapped: false, changeDecision: 'notNeeded', activities: [] };
    expect(textOf(await show(unmapped))).toBe('Odd');
  });

  it('takes no place without a stage', async () => {
    expect(textOf(await show(undefined))).toBe('');
  });

  it('is accessible', async () => {
    await expect(await show(aStage())).toBeAccessible();
  });
});
