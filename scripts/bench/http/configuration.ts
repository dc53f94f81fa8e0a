import type { ConfigurationSet } from '../../../server/content/index.ts';
import type { DealFacts, Dimension } from '../../../server/journey/index.ts';
import { drawOpenings } from '../match/data/deals.ts';
import { drawLibrary } from '../match/data/library.ts';

const seed = 7;

/** Where each drawn fact stands in the record. */
const paths = {
  challenge: 'Inspire_Challenge__c',
  useCase: 'Inspire_Use_Case__c',
  competitor: 'OpportunityCompetitors.CompetitorName',
  buyerRole: 'OpportunityContactRoles.Role',
  industry: 'Account.Industry',
  geography: 'Account.BillingCountry',
  accountSize: 'Account.Type',
  product: 'OpportunityLineItems.Product2.Name',
  dealType: 'Type',
} as const;

const phases = ['awareness', 'buying', 'buying', 'implementationAdoption'] as const;

const stages = Array.from({ length: 10 }, (_, at) => ({
  stageName: `Stage ${at + 1}`,
  phase: phases[at % phases.length],
  aim: 'They agree on what has to change.',
  exitOutcome: 'A decision with a name and a date.',
}));

/** The library of a large organisation as its admins would publish it. */
export const drawConfiguration = (itemCount: number): ConfigurationSet => {
  const { items, rules } = drawLibrary(itemCount, itemCount / 10, seed);
  return {
    items: items.map(({ version: _version, openBlanks: _blanks, ...item }) => item),
    rules: [...rules],
    stages,
    factSources: Object.entries(paths).map(([dimension, path]) => ({
      sobject: 'Opportunity',
      dimension,
      path,
    })),
  };
};

const valuesOf = (facts: DealFacts, dimension: Dimension): string[] =>
  facts.dimensions[dimension].values.map(({ value }) => value);

const rows = (type: string, records: object[]) => ({
  totalSize: records.length,
  done: true,
  records: records.map((record) => ({ attributes: { type }, ...record })),
});

const person = (at: number, title: string) => ({
  Id: `003${String(at).padStart(12, '0')}AAA`,
  Name: `Helena Brandt ${at}`,
  FirstName: 'Helena',
  Title: title,
});

/** A drawn deal as Apex would sign it. */
const recordOf = (facts: DealFacts, at: number) => {
  const first = (dimension: Dimension): string | null => valuesOf(facts, dimension)[0] ?? null;
  return {
    attributes: { type: 'Opportunity' },
    Id: `006${String(at).padStart(12, '0')}AAA`,
    Name: `Deal ${at}`,
    StageName: first('stage')?.replace('*:', '') ?? 'Stage 1',
    Type: first('dealType'),
    Amount: facts.numbers.amount ?? null,
    CloseDate: '2026-12-31',
    [paths.challenge]: first('challenge'),
    [paths.useCase]: first('useCase'),
    Account: {
      attributes: { type: 'Account' },
      Name: `Account ${at}`,
      Industry: first('industry'),
      BillingCountry: first('geography'),
      Type: first('accountSize'),
    },
    OpportunityContactRoles: rows(
      'OpportunityContactRole',
      valuesOf(facts, 'buyerRole').map((Role) => ({ Role, IsPrimary: false, Contact: person(at, Role) })),
    ),
    OpportunityLineItems: rows(
      'OpportunityLineItem',
      valuesOf(facts, 'product').map((Name) => ({ Product2: { Name } })),
    ),
    OpportunityCompetitors: rows(
      'OpportunityCompetitor',
      valuesOf(facts, 'competitor').map((CompetitorName) => ({ CompetitorName })),
    ),
  };
};

/** Bodies of suggestion requests for different opportunities. */
export const drawBodies = (count: number) =>
  drawOpenings(count, 1, seed).map(({ facts }, at) => ({
    facts: { record: recordOf(facts, at), access: { edit: true, createTask: true }, hiddenFields: [] },
    input: { limit: 10 },
  }));
