import { describe, expect, it } from '@jest/globals';
import { stagePath } from '../../../scripts/preview/browser/page/path/stage-path.ts';

const stage = (ApiName: string, { IsActive = true, IsClosed = false, IsWon = false } = {}) => ({
  ApiName,
  MasterLabel: `The ${ApiName}`,
  IsActive,
  IsClosed,
  IsWon,
});
const stages = [
  stage('Prospecting'),
  stage('Negotiation'),
  stage('Closed Won', { IsClosed: true, IsWon: true }),
  stage('Closed Lost', { IsClosed: true }),
  stage('Engaging', { IsActive: false }),
  stage('Won', { IsActive: false, IsClosed: true, IsWon: true }),
];
const keysOf = (stageName: string): string[] => stagePath(stages, stageName).steps.map(({ key }) => key);

describe('the stage path of an opportunity', () => {
  it('has the stages that are offered, and one step for all closed ones', () => {
    expect(keysOf('Prospecting')).toEqual(['Prospecting', 'Negotiation', 'Closed']);
  });

  it.each(['Engaging', 'A stage nobody declared'])('has the stage of its own record: %s', (own) => {
    expect(keysOf(own)).toEqual([own, 'Prospecting', 'Negotiation', 'Closed']);
    expect(stagePath(stages, own).current).toBe(own);
  });

  it('names its last step after a closed stage that is not offered any more', () => {
    const { steps, current, closedStage } = stagePath(stages, 'Won');
    expect(steps.at(-1)).toEqual({ key: 'Closed', label: 'The Won' });
    expect(current).toBe('Closed');
    expect(closedStage?.IsWon).toBe(true);
  });

  it('is empty as long as the stages are not known', () => {
    expect(stagePath([], 'Prospecting').steps).toEqual([]);
  });

  it('has no step of its own for a record without a stage', () => {
    expect(keysOf('')).toEqual(['Prospecting', 'Negotiation', 'Closed']);
  });
});
