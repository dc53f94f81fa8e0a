import type { Dimension, JourneyPhase } from '../dimensions.ts';
import type { FactSource } from '../fact-source.ts';
import type { StageMapping } from '../stage-map.ts';
import type { DealFacts, DimensionFact } from './deal-facts.ts';
import { readDimension } from './dimension.ts';
import { type Currencies, readNumbers } from './numbers.ts';
import { readPeople } from './people.ts';
import { recordSchema } from './record.ts';
import { readStage, stageValues } from './stage.ts';

/** The published configuration that turns a record into facts. */
export type FactConfiguration = {
  readonly factSources: readonly FactSource[];
  readonly stageMap: readonly StageMapping[];
  readonly currencies?: Currencies;
};

const given = (values: DimensionFact['values']): DimensionFact => ({
  state: values.length === 0 ? 'unknown' : 'known',
  values,
  fills: [],
});

const phaseValues = (phases: readonly JourneyPhase[]): DimensionFact['values'] =>
  phases.map((phase) => ({ value: phase, label: phase, readFromText: false }));

/**
 * What is known about the record that Apex signed. Pure: `today` is the civil date (YYYY-MM-DD) where the user is.
 * Missing fields make facts unknown. Throws a ZodError when it is no Opportunity or Account with an id.
 */
export const readFacts = (
  record: Readonly<Record<string, unknown>>,
  configuration: FactConfiguration,
  today: string,
): DealFacts => {
  const signed = recordSchema.parse(record);
  const sobject = signed.attributes.type;
  const { stage, phases } = readStage(signed, configuration.stageMap, today);
  const sources = configuration.factSources.filter((source) => source.sobject === sobject);
  const read = (dimension: Dimension): DimensionFact => {
    if (dimension === 'stage') return given(stageValues(stage));
    if (dimension === 'phase') return given(phaseValues(phases));
    return readDimension(
      signed,
      sources.filter((source) => source.dimension === dimension),
    );
  };
  return {
    sobject,
    recordId: signed.Id,
    dimensions: {
      challenge: read('challenge'),
      industry: read('industry'),
      buyerRole: read('buyerRole'),
      stage: read('stage'),
      phase: read('phase'),
      geography: read('geography'),
      accountSize: read('accountSize'),
      useCase: read('useCase'),
      product: read('product'),
      competitor: read('competitor'),
      dealType: read('dealType'),
    },
    numbers: readNumbers(signed, today, configuration.currencies),
    people: readPeople(signed),
    ...(stage ? { stage } : {}),
  };
};
