import type { Dimension, JourneyPhase } from '../dimensions.ts';
import { type FactConfiguration, readerOf } from './configuration.ts';
import type { DealFacts, DimensionFact } from './deal-facts.ts';
import { readDimension } from './dimension.ts';
import { readNumbers } from './numbers.ts';
import { type Fields, signedRecordOf } from './record.ts';
import { readStage, stageValues } from './stage.ts';

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
export const readFacts = (fields: Fields, configuration: FactConfiguration, today: string): DealFacts => {
  const record = signedRecordOf(fields);
  const { sobject, recordId } = record;
  const reader = readerOf(configuration);
  const { stage, phases } = readStage(record, reader.stages, today);
  const read = (dimension: Dimension): DimensionFact => {
    const rows = reader.dimensions[sobject].get(dimension);
    return rows ? readDimension(record, rows) : given([]);
  };
  return {
    sobject,
    recordId,
    dimensions: {
      challenge: read('challenge'),
      industry: read('industry'),
      buyerRole: read('buyerRole'),
      stage: given(stageValues(stage)),
      phase: given(phaseValues(phases)),
      geography: read('geography'),
      accountSize: read('accountSize'),
      useCase: read('useCase'),
      product: read('product'),
      competitor: read('competitor'),
      dealType: read('dealType'),
    },
    numbers: readNumbers(record, today, configuration.currencies),
    ...(stage ? { stage } : {}),
  };
};
