import type { FieldType as SelectItem } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { z } from 'zod';
import { table } from '../database.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { isAggregateQuery } from './aggregate.ts';
import { objectOf } from './from.ts';
import { listIds } from './list.ts';
import { parseSoql } from './parse.ts';
import { contextOf, type Querying } from './query.ts';

/** How a query would be run, in the shape of Salesforce's query plan. */
export interface QueryPlan {
  cardinality: number;
  fields: string[];
  leadingOperationType: 'Index' | 'TableScan';
  notes: { description: string; fields: string[]; tableEnumOrId: string }[];
  relativeCost: number;
  sobjectCardinality: number;
  sobjectType: string;
}

const explained = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Node Type': z.string(), 'Plan Rows': z.number(), 'Total Cost': z.number() }).loose() })).min(1) }),
);

/** PostgreSQL's own plan for the rows of the query. */
export async function explain(querying: Querying, access: Access, soql: string): Promise<{ plans: QueryPlan[]; sourceQuery: string }> {
  const query = parseSoql(soql);
  const context = contextOf(querying, access, soql, {});
  const object = objectOf(context, query);
  const items = isAggregateQuery(query) ? [] : (query.fields ?? []);
  const ids = listIds(context, object, { ...query, fields: items });
  const { rows } = await sql`explain (format json) ${ids}`.execute(querying.executor);
  const plan = explained.parse(rows)[0]?.['QUERY PLAN'][0]?.Plan;
  const size = await estimatedSize(querying, object);
  const usesIndex = JSON.stringify(rows).includes('Index');
  return {
    plans: [
      {
        cardinality: plan?.['Plan Rows'] ?? 0,
        fields: [],
        leadingOperationType: usesIndex ? 'Index' : 'TableScan',
        notes: [],
        relativeCost: plan?.['Total Cost'] ?? 0,
        sobjectCardinality: size,
        sobjectType: object.name,
      },
    ],
    sourceQuery: soql,
  };
}

async function estimatedSize({ executor }: Querying, object: ObjectDefinition): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${table(object.name)}`.execute(executor);
  return rows[0]?.n ?? 0;
}

/** One column of an answer, as the sf CLI asks for it to print a table. */
export interface ColumnMetadata {
  aggregate: boolean;
  apexType: string | null;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

/** The columns that a query answers, without answering it. */
export function columnsOf(querying: Querying, access: Access, soql: string): Record<string, unknown> {
  const query = parseSoql(soql);
  const object = objectOf(contextOf(querying, access, soql, {}), query);
  const items = query.fields ?? [];
  return {
    columnMetadata: items.map((item) => columnMetadata(object, item)),
    entityName: object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: items.some((item) => item.type === 'Field' && item.field.toLowerCase() === 'id'),
    keyPrefix: object.prefix,
  };
}

function columnMetadata(object: ObjectDefinition, item: SelectItem): ColumnMetadata {
  const plain = (columnName: string, joinColumns: ColumnMetadata[] = [], aggregate = false): ColumnMetadata => {
    const field = object.fields.get(columnName.toLowerCase());
    const isNumber = field !== undefined && ['int', 'double', 'currency', 'percent'].includes(field.type);
    return {
      aggregate,
      apexType: null,
      booleanType: field?.type === 'boolean',
      columnName: field?.name ?? columnName,
      custom: field?.custom ?? false,
      displayName: field?.name ?? columnName,
      foreignKeyName: field?.relationshipName ?? null,
      insertable: field?.createable ?? false,
      joinColumns,
      numberType: isNumber,
      textType: field !== undefined && !isNumber && field.type !== 'boolean',
      updatable: field?.updateable ?? false,
    };
  };
  switch (item.type) {
    case 'Field':
      return plain(item.field);
    case 'FieldRelationship':
      return [...item.relationships, item.field].reduceRight<ColumnMetadata[]>((inner, name) => [plain(name, inner)], [])[0] ?? plain('');
    case 'FieldSubquery':
      return plain(item.subquery.relationshipName, (item.subquery.fields ?? []).map((inner) => columnMetadata(object, inner)), true);
    case 'FieldFunctionExpression':
      return plain(item.alias ?? item.functionName.toLowerCase());
    default:
      return plain(item.field);
  }
}
