import { z } from 'zod';
import { type MetadataSource, xmlBoolean } from './source.ts';

const metadataValue = z.object({
  field: z.string(),
  value: z
    .union([
      z.string(),
      z.object({
        '#text': z.string().optional(),
        '@xsi:type': z.string().optional(),
        '@xsi:nil': z.string().optional(),
      }),
    ])
    .optional(),
});
const customMetadata = z.object({
  label: z.string(),
  protected: xmlBoolean.default(false),
  values: z.array(metadataValue).default([]),
});

/** A custom metadata record as the project ships it; values are the texts of the XML, null where it says nil. */
export interface CustomMetadataRecord {
  type: string;
  developerName: string;
  label: string;
  values: Readonly<Record<string, string | null>>;
}

export function readCustomMetadata(source: MetadataSource): CustomMetadataRecord[] {
  return source.files('md').map((file) => {
    const [type = '', developerName = ''] = file.name.split('.');
    const record = customMetadata.parse(file.read(['values']));
    const values = record.values.map((each) => [each.field, textOf(each.value)] as const);
    return { type: `${type}__mdt`, developerName, label: record.label, values: Object.fromEntries(values) };
  });
}

function textOf(value: z.infer<typeof metadataValue>['value']): string | null {
  if (value === undefined || typeof value === 'string') return value ?? null;
  return value['@xsi:nil'] === 'true' ? null : (value['#text'] ?? null);
}
