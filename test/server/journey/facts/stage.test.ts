import { describe, expect, test } from '@jest/globals';
import { readFacts } from '../../../../server/journey/index.ts';
import { anAccount, anOpportunity, aStage, rows } from '../../../support/records.ts';

const today = '2026-11-22';
const factsOf = (record: Record<string, unknown>, ...stageMap: ReturnType<typeof aStage>[]) =>
  readFacts(record, { factSources: [], stageMap }, today);
const phasesOf = (...args: Parameters<typeof factsOf>) =>
  factsOf(...args).dimensions.phase.values.map(({ value }) => value);

describe('where an opportunity stands', () => {
  test('a stage is matched under its record type and under every record type', () => {
    const facts = factsOf(anOpportunity({ RecordType: { DeveloperName: 'Renewal' } }));
    expect(facts.dimensions.stage.values.map(({ value }) => value)).toEqual([
      'Renewal:Negotiation/Review',
      '*:Negotiation/Review',
    ]);
  });

  test('a row for the record type goes before the row for every record type', () => {
    const record = anOpportunity({ RecordType: { DeveloperName: 'Renewal' } });
    const own = aStage({ recordType: 'Renewal', phase: 'implementationAdoption' });
    expect(phasesOf(record, aStage(), own)).toEqual(['implementationAdoption']);
    expect(phasesOf(anOpportunity(), own, aStage({ needsChangeDecision: false }))).toEqual(['buying']);
  });

  test('a stage without a mapping has no phase and says so, other facts stay', () => {
    const facts = factsOf(anOpportunity({ StageName: 'Verbal', Probability: 80 }), aStage());
    expect(facts.stage).toEqual({ recordType: '*', stageName: 'Verbal', changeDecision: 'notNeeded' });
    expect(facts.dimensions.phase.state).toBe('unknown');
    expect(facts.numbers).toEqual({ probability: 80 });
  });

  test.each([
    ['missing', undefined, ['buying', 'awareness']],
    ['missing', '2026-11-23', ['buying', 'awareness']],
    ['confirmed', '2026-11-22', ['buying']],
    ['confirmed', '2026-02-01', ['buying']],
  ])('a buying stage with a change decision %s (%s) is in phases %j', (changeDecision, date, phases) => {
    const facts = factsOf(anOpportunity({ Inspire_Change_Decision_Date__c: date }), aStage());
    expect(facts.stage?.changeDecision).toBe(changeDecision);
    expect(facts.stage?.phase).toBe('buying');
    expect(facts.dimensions.phase.values.map(({ value }) => value)).toEqual(phases);
  });

  test.each([
    aStage({ phase: 'awareness' }),
    aStage({ phase: 'implementationAdoption' }),
    aStage({ needsChangeDecision: false }),
  ])('no change decision is asked for where the map does not ask (%j)', (stage) => {
    expect(factsOf(anOpportunity(), stage).stage?.changeDecision).toBe('notNeeded');
  });
});

describe('where an account stands', () => {
  const deal = (name: string, changed: string, fields: Record<string, unknown> = {}) =>
    anOpportunity({ Name: name, LastModifiedDate: changed, IsClosed: false, IsWon: false, ...fields });
  const won = { IsClosed: true, IsWon: true, StageName: 'Closed Won' };

  test('where its most recently changed open opportunity stands', () => {
    const account = anAccount({
      Opportunities: rows(
        deal('Old', '2026-01-05T10:00:00.000+0000'),
        deal('New', '2026-11-05T10:00:00.000+0000', { StageName: 'Prospecting' }),
        deal('Won later', '2026-11-20T10:00:00.000+0000', won),
      ),
    });
    const facts = factsOf(account, aStage({ stageName: 'Prospecting', phase: 'awareness' }));
    expect(facts.stage).toMatchObject({ stageName: 'Prospecting', opportunity: { name: 'New', won: false } });
    expect(facts.dimensions.phase.values).toMatchObject([{ value: 'awareness' }]);
  });

  test('in adoption when nothing is open and something was won', () => {
    const account = anAccount({ Opportunities: rows(deal('Won', '2026-05-05T10:00:00.000+0000', won)) });
    expect(phasesOf(account)).toEqual(['implementationAdoption']);
    expect(factsOf(account).stage).toMatchObject({
      stageName: 'Closed Won',
      phase: 'implementationAdoption',
    });
  });

  test('nowhere without an open or won opportunity', () => {
    const lost = deal('Lost', '2026-05-05T10:00:00.000+0000', { IsClosed: true, StageName: 'Closed Lost' });
    for (const Opportunities of [null, undefined, rows(), rows(lost)]) {
      const facts = factsOf(anAccount({ Opportunities }), aStage());
      expect(facts.stage).toBeUndefined();
      expect(facts.dimensions.phase.state).toBe('unknown');
    }
  });
});
