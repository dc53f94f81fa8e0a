import { type FieldType, parseQuery, type Subquery } from '@jetstreamapp/soql-parser-js';
import { MAX_BODY_BYTES } from '../../local-org/gateway/callout.ts';
import { sortedField } from '../../local-org/gateway/facts-conditions.ts';
import { hopsOf } from '../../local-org/gateway/field-path.ts';
import { buildCatalogue } from '../../local-org/schema/build.ts';
import { type Catalogue, fieldOf, objectNamed } from '../../local-org/schema/catalogue.ts';
import type { FieldDefinition } from '../../local-org/schema/field.ts';
import { readCustomMetadata } from '../../local-org/schema/metadata/custom-metadata.ts';
import { readMetadata } from '../../local-org/schema/metadata/source.ts';
import type { Check } from '../check.ts';

/** What the input of an operation on a record may take: the words of a decision or a note, in three-byte characters. */
const INPUT_BYTES = 4096;

type Json = Record<string, unknown>;

/** Values of picklists are chosen by an admin, who could make them longer but does not make all of them so. */
const PICKLIST_CHARACTERS = 80;

/** The longest value of a field: text in characters of three bytes, as Chinese, Japanese or Korean has. */
function longest({ type, length, precision }: FieldDefinition): unknown {
  if (['id', 'reference', 'email', 'phone', 'url'].includes(type)) return 'x'.repeat(length || 18);
  if (type.endsWith('picklist')) return '語'.repeat(PICKLIST_CHARACTERS);
  if (length > 0) return '語'.repeat(length);
  if (type === 'datetime') return '2026-01-01T00:00:00.000+0000';
  return type === 'date' ? '2026-01-01' : '9'.repeat(precision || 'false'.length);
}

const attributes = (type: string): Json => ({
  type,
  url: `/services/data/v65.0/sobjects/${type}/${'x'.repeat(18)}`,
});

/** Puts the longest value where a path ends, and what Apex says of each parent on the way. */
function put(catalogue: Catalogue, record: Json, hops: readonly string[], names: readonly string[]): void {
  const [hop = '', ...hopsLeft] = hops;
  const [name = '', ...namesLeft] = names;
  const [sobject = '', fieldName = ''] = hop.split('.');
  const field = fieldOf(objectNamed(catalogue, sobject), fieldName);
  if (field && hopsLeft.length === 0) record[name] = longest(field);
  else if (field) {
    const known = record[name];
    const parent: Json =
      typeof known === 'object' && known !== null
        ? { ...known }
        : { attributes: attributes(field.referenceTo[0] ?? '') };
    put(catalogue, parent, hopsLeft, namesLeft);
    record[name] = parent;
    record[fieldName] = longest(field);
  }
}

/** A record with every field at its longest. */
function longestRow(catalogue: Catalogue, sobject: string, fields: readonly FieldType[]): Json {
  const record: Json = { attributes: attributes(sobject), Id: 'x'.repeat(18) };
  for (const field of fields) {
    if (field.type === 'FieldSubquery') {
      const { relationshipName } = field.subquery;
      record[relationshipName] = longestRows(catalogue, sobject, field.subquery);
    } else if (field.type === 'Field' || field.type === 'FieldRelationship') {
      const names = field.type === 'Field' ? [field.field] : [...field.relationships, field.field];
      put(catalogue, record, hopsOf(catalogue, sobject, names), names);
    }
  }
  return record;
}

function longestRows(
  catalogue: Catalogue,
  parent: string,
  { relationshipName, fields, limit }: Subquery,
): Json {
  const child = catalogue.childRelationship(parent, relationshipName)?.child.name ?? '';
  const row = longestRow(catalogue, child, fields ?? []);
  const totalSize = limit ?? 0;
  return { totalSize, done: true, records: Array.from({ length: totalSize }, () => row) };
}

/** Which rows come must not hang on how the database feels. */
function orderFaults({ relationshipName, limit, orderBy = [] }: Subquery): string[] {
  const last = [orderBy].flat().at(-1);
  if (limit === undefined) return [`${relationshipName} has no LIMIT`];
  return last && sortedField(last) === 'Id'
    ? []
    : [`${relationshipName} has a LIMIT, but is not sorted by Id at last`];
}

function faultsOf(catalogue: Catalogue, sobject: string, soql: string): string[] {
  const { fields = [] } = parseQuery(soql, { allowApexBindVariables: true });
  const subqueries = fields.flatMap((field) => (field.type === 'FieldSubquery' ? [field.subquery] : []));
  // What the text of the query takes stands for the list of selected fields, which holds the same paths.
  const record = JSON.stringify(longestRow(catalogue, sobject, fields));
  const bytes = Buffer.byteLength(record) + 2 * soql.length + INPUT_BYTES;
  const size = `may take ${bytes} bytes with every field at its longest; the limit is ${MAX_BODY_BYTES}`;
  return [...subqueries.flatMap(orderFaults), ...(bytes > MAX_BODY_BYTES ? [size] : [])];
}

/** Catches queries whose answer may not fit into a request, and rows that come by chance. */
export const factsSize: Check = {
  name: 'Record facts always fit into one request, and the same rows come every time',
  run(root) {
    const metadata = readMetadata(root);
    const catalogue = buildCatalogue(metadata);
    const queries = readCustomMetadata(metadata).filter(({ type }) => type === 'Inspire_Record_Facts__mdt');
    const faults = queries.flatMap(({ developerName, values }) =>
      faultsOf(catalogue, developerName, values['Query__c'] ?? '').map(
        (fault) => `${developerName} ${fault}`,
      ),
    );
    return { faults, examined: queries.length };
  },
};
