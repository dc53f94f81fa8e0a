import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';

export interface Stage {
  closed: boolean;
  won: boolean;
  categoryName: string;
  probability: number;
}

/** What rules look up in values that only a deployment changes, and so only a start of this org. */
export interface OrgSettings {
  /** By API name. */
  stages: ReadonlyMap<string, Stage>;
  closedTaskStatuses: ReadonlySet<string>;
  highTaskPriorities: ReadonlySet<string>;
}

export async function readSettings(executor: Executor): Promise<OrgSettings> {
  const { rows } = await sql<
    Stage & { name: string }
  >`select "ApiName" as name, "IsClosed" as closed, "IsWon" as won,
    "ForecastCategoryName" as "categoryName", "DefaultProbability" as probability from ${table('OpportunityStage')}`.execute(
    executor,
  );
  return {
    stages: new Map(rows.map(({ name, ...stage }) => [name, stage])),
    closedTaskStatuses: await names(executor, 'TaskStatus', 'IsClosed'),
    highTaskPriorities: await names(executor, 'TaskPriority', 'IsHighPriority'),
  };
}

async function names(
  executor: Executor,
  object: 'TaskStatus' | 'TaskPriority',
  flag: string,
): Promise<Set<string>> {
  const { rows } = await sql<{
    name: string;
  }>`select "ApiName" as name from ${table(object)} where ${sql.id(flag)}`.execute(executor);
  return new Set(rows.map(({ name }) => name));
}
