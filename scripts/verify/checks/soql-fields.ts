import { buildCatalogue } from '../../local-org/schema/build.ts';
import type { Catalogue } from '../../local-org/schema/catalogue.ts';
import { fieldOf } from '../../local-org/schema/catalogue.ts';
import {
  type CustomMetadataRecord,
  readCustomMetadata,
} from '../../local-org/schema/metadata/custom-metadata.ts';
import { readMetadata } from '../../local-org/schema/metadata/source.ts';
import type { Check } from '../check.ts';
import { apexSources } from './apex-source.ts';
import { queryFaults } from './queried-fields.ts';

/** Queries in brackets; lists and array indexes do not begin with SELECT. */
const inlineQuery = /\[\s*(SELECT\s[^\]]+)\]/gi;

function factsFaults(catalogue: Catalogue, { type, developerName, values }: CustomMetadataRecord): string[] {
  if (type !== 'Inspire_Record_Facts__mdt') return [];
  const soql = values['Query__c'] ?? '';
  const from = new RegExp(`\\bFROM\\s+${developerName}\\s+WHERE\\s+Id\\s*=\\s*:recordId\\s*$`, 'i');
  const own = from.test(soql) ? [] : [`does not end in FROM ${developerName} WHERE Id = :recordId`];
  return [...own, ...safely(() => queryFaults(catalogue, soql))].map(
    (fault) => `${type} ${developerName}: ${fault}`,
  );
}

/** Write-backs name fields that exist and can be written. */
function writeFaults(catalogue: Catalogue, { type, developerName, values }: CustomMetadataRecord): string[] {
  if (type !== 'Inspire_Operation__mdt') return [];
  const names = (values['Writes__c'] ?? '').split(/\s+/).filter(Boolean);
  return names.flatMap((name) => {
    const [sobject = '', field = ''] = name.split('.');
    const object = catalogue.object(sobject);
    const found = object && fieldOf(object, field);
    if (!found) return [`${type} ${developerName}: there is no field ${name} to write`];
    return found.createable || found.updateable ? [] : [`${type} ${developerName}: ${name} is read-only`];
  });
}

const apexFaults = (catalogue: Catalogue, root: string): string[] =>
  apexSources(root).flatMap(({ file, text }) =>
    [...text.matchAll(inlineQuery)].flatMap(([, soql = '']) =>
      safely(() => queryFaults(catalogue, soql)).map((fault) => `${file}: ${fault}`),
    ),
  );

function safely(examine: () => string[]): string[] {
  try {
    return examine();
  } catch (malformed) {
    return [String(malformed)];
  }
}

/** Catches wrong fields, parents and children in SOQL: apex-ls does not look into it. */
export const soqlFields: Check = {
  name: 'Queries and write-backs name fields and relationships that exist',
  run(root) {
    const metadata = readMetadata(root);
    const catalogue = buildCatalogue(metadata);
    const records = readCustomMetadata(metadata);
    const faults = [
      ...records.flatMap((record) => [...factsFaults(catalogue, record), ...writeFaults(catalogue, record)]),
      ...apexFaults(catalogue, root),
    ];
    return { faults, examined: records.length };
  },
};
