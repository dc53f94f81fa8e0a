import { sql } from 'kysely';
import { z } from 'zod';
import { table } from '../database.ts';
import { type MetadataSource, xmlBoolean, xmlNumber } from '../schema/metadata/source.ts';
import { type Seeding, seedRows } from './rows.ts';

/** Forecast categories as metadata and API name them, and as people read them. */
const CATEGORY_NAMES = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
} as const;

const stageValue = z.object({
  fullName: z.string(),
  label: z.string(),
  isActive: xmlBoolean.default(true),
  closed: xmlBoolean.default(false),
  won: xmlBoolean.default(false),
  forecastCategory: z.enum(['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed']),
  probability: xmlNumber,
});
const valueSet = z.object({ standardValue: z.array(stageValue) });

/** Adds the stages that the metadata's OpportunityStage value set names and the org does not have yet, behind the others. */
export async function deployStages(seeding: Seeding, source: MetadataSource): Promise<void> {
  const sets = source.files('standardValueSet').filter(({ name }) => name === 'OpportunityStage');
  const values = sets.flatMap((file) => valueSet.parse(file.read(['standardValue'])).standardValue);
  const { rows } = await sql<{ name: string; place: number }>`select "ApiName" as name, "SortOrder" as place
    from ${table('OpportunityStage')}`.execute(seeding.trx);
  const last = Math.max(0, ...rows.map(({ place }) => place));
  const added = values.filter(({ fullName }) => !rows.some(({ name }) => name === fullName));
  await seedRows(
    seeding,
    'OpportunityStage',
    added.map((stage, index) => ({
      MasterLabel: stage.label,
      ApiName: stage.fullName,
      IsActive: stage.isActive,
      SortOrder: last + index + 1,
      IsClosed: stage.closed,
      IsWon: stage.won,
      ForecastCategory: stage.forecastCategory,
      ForecastCategoryName: CATEGORY_NAMES[stage.forecastCategory],
      DefaultProbability: stage.probability,
    })),
  );
}
