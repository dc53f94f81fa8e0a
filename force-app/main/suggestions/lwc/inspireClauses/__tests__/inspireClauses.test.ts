import { describe, expect, it } from '@jest/globals';
import { becauseText, noticeTexts, reasonTexts, warningTexts } from 'c/inspireClauses';

const cfo = { code: 'buyerRole', values: ['Helena', 'CFO'] };
const stage = { code: 'stage', values: ['Negotiation'] };

describe('sentences', () => {
  it('joins reasons into one', () => {
    expect(becauseText([cfo, stage])).toBe('Because Helena is CFO and you are in Negotiation.');
    expect(becauseText([stage])).toBe('Because you are in Negotiation.');
  });

  it('says nothing rather than a code', () => {
    expect(becauseText([])).toBe('');
    expect(becauseText([{ code: 'fromTheFuture', values: ['x'] }])).toBe('');
    expect(becauseText([{ code: 'fromTheFuture', values: [] }, stage])).toBe(
      'Because you are in Negotiation.',
    );
  });

  it('keeps what a customer is called as it is', () => {
    expect(reasonTexts([{ code: 'product', values: ['{0} & <b>Sons</b>'] }])).toEqual([
      'it is about {0} & <b>Sons</b>',
    ]);
  });

  it('names phases by their labels', () => {
    expect(reasonTexts([{ code: 'phase', values: ['implementationAdoption'] }])).toEqual([
      'their phase is Implementation and adoption',
    ]);
  });

  it('has warnings and notices of its own', () => {
    expect(warningTexts([{ code: 'earlyForPhase', values: [] }])).toEqual([
      'early for this. They have not decided to change yet.',
    ]);
    expect(noticeTexts([{ code: 'fieldsHidden', values: ['Opportunity.Amount'] }, stage])).toEqual([
      'Not used, because you may not read it: Opportunity.Amount.',
    ]);
    expect(noticeTexts([{ code: 'fieldsUnread', values: ['Account.Industry'] }])).toEqual([
      'Not read from Salesforce: Account.Industry. Your admin can add it to Inspire Record Facts.',
    ]);
  });
});
