import { z } from 'zod';
import type { MetadataSource } from './source.ts';

const labelsSchema = z.object({
  labels: z.array(z.object({ fullName: z.string(), value: z.string() })).default([]),
});

/** Texts of the project's custom labels by name, such as `Inspire_Refresh`. */
export const readLabels = (source: MetadataSource): ReadonlyMap<string, string> =>
  new Map(
    source
      .files('labels')
      .flatMap((file) => labelsSchema.parse(file.read(['labels'])).labels)
      .map(({ fullName, value }) => [fullName, value]),
  );
