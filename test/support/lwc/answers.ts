import type {
  Answer,
  Fact,
  Stage,
  Suggestion,
} from '../../../force-app/main/suggestions/lwc/inspireAnswer/answer.ts';

/** A document for the customer that nothing speaks against. */
export const aSuggestion = (part: Partial<Suggestion> = {}): Suggestion => ({
  itemId: 'executive-summary',
  version: 1,
  kind: 'document',
  title: 'Executive summary for a new CFO',
  summary: 'One page. Their figures filled in.',
  audience: 'customerFacing',
  shareable: true,
  author: 'Ute Klein',
  reviewedOn: '2020-03-12',
  freshness: 'fresh',
  minutes: 4,
  reasons: [
    { code: 'buyerRole', values: ['Helena', 'CFO'] },
    { code: 'stage', values: ['Negotiation'] },
    { code: 'industry', values: ['Logistics'] },
  ],
  warnings: [],
  sample: false,
  ...part,
});

/** Suggestions named after their ids. */
export const suggestions = (...ids: string[]): Suggestion[] =>
  ids.map((itemId) => aSuggestion({ itemId, title: `Title of ${itemId}` }));

export const aStage = (part: Partial<Stage> = {}): Stage => ({
  stageName: 'Negotiation/Review',
  mapped: true,
  phase: 'buying',
  changeDecision: 'missing',
  aim: 'Agree on terms both sides can live with.',
  exitOutcome: 'A signed order.',
  activities: [{ name: 'Go through the mutual close plan', objective: 'keep the date' }],
  ...part,
});

export const aBlankFact = (part: Partial<Fact> = {}): Fact => ({
  dimension: 'challenge',
  state: 'unknown',
  values: [],
  fill: {
    recordId: '006000000000001AAA',
    field: 'Inspire_Challenge__c',
    options: [
      { value: 'cost', label: 'Cost' },
      { value: 'growth', label: 'Growth' },
      { value: 'risk', label: 'Risk' },
    ],
  },
  ...part,
});

export const anAnswer = (part: Partial<Answer> = {}): Answer => ({
  recordId: '006000000000001AAA',
  stage: aStage(),
  suggestions: suggestions('one', 'two', 'three', 'four'),
  setAside: [],
  facts: [aBlankFact()],
  recipients: [],
  notices: [],
  publication: 1,
  ...part,
});

/** A failure as Apex throws it: a problem document in the message. */
export const aFailure = (code = 'serviceUnreachable') => ({
  status: 500,
  body: {
    message: JSON.stringify({
      title: 'The service did not answer',
      code,
      detail: 'Be Inspired did not answer within 5 seconds.',
      remedy: 'Try again in a minute.',
      requestId: 'r-42',
    }),
  },
});
