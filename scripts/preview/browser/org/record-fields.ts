import { z } from 'zod/mini';
import { describe } from './describe.ts';
import { query, RecordMissing } from './rest.ts';
import { quoted } from './soql.ts';

/** A record as `lightning/uiRecordApi` hands it to components. */
export type RecordFields = {
  apiName: string;
  id: string;
  fields: Record<string, { value: unknown; displayValue: string | null }>;
};

const row = z.record(z.string(), z.unknown());

/**
 * Reads `Opportunity.Amount`, `Opportunity.Account.Name` … of one record. As on the platform, names that this user can
 * not see are left out.
 */
export async function readFields(recordId: string, names: readonly string[]): Promise<RecordFields> {
  const apiName = names[0]?.split('.')[0] ?? '';
  const { fields } = await describe(apiName);
  const paths = names
    .map((name) => name.split('.').slice(1))
    .filter(([first = '']) => isVisible(first, fields));
  const columns = [...new Set(['Id', ...paths.map((path) => path.join('.'))])].join(', ');
  const [record] = await query(`SELECT ${columns} FROM ${apiName} WHERE Id = ${quoted(recordId)}`, row);
  if (!record) throw new RecordMissing(recordId);
  return {
    apiName,
    id: recordId,
    fields: Object.fromEntries(paths.map(([first = '']) => [first, valueOf(record[first])])),
  };
}

const isVisible = (
  name: string,
  fields: ReadonlyMap<string, { relationshipName?: string | null | undefined }>,
) => fields.has(name) || [...fields.values()].some((field) => field.relationshipName === name);

const valueOf = (value: unknown) => ({
  value: value ?? null,
  displayValue: typeof value === 'string' ? value : null,
});
