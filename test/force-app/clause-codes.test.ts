import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build, type Plugin } from 'esbuild';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { dimensions } from '../../server/journey/dimensions.ts';
import { reasonCodes, warningCodes } from '../../server/suggestions/match/reasons.ts';
import { noticeCodes } from '../../server/suggestions/notices.ts';

const labelsFile = new URL(
  '../../force-app/main/default/labels/CustomLabels.labels-meta.xml',
  import.meta.url,
);
const codesFile = new URL('../../force-app/main/suggestions/lwc/inspireClauses/codes.ts', import.meta.url);

const labelsSchema = z.object({
  CustomLabels: z.object({ labels: z.array(z.object({ fullName: z.string(), value: z.string() })) }),
});
const codesSchema = z.object({
  reasons: z.record(z.string(), z.string()),
  warnings: z.record(z.string(), z.string()),
  notices: z.record(z.string(), z.string()),
});

const texts = new Map(
  labelsSchema
    .parse(new XMLParser().parse(readFileSync(labelsFile, 'utf8')))
    .CustomLabels.labels.map(({ fullName, value }) => [fullName, value]),
);

/** Custom labels as the org would hand them to a component. */
const labels: Plugin = {
  name: 'labels',
  setup(bundle) {
    bundle.onResolve({ filter: /^@salesforce\/label\/c\./ }, ({ path }) => ({ path, namespace: 'label' }));
    bundle.onLoad({ filter: /.*/, namespace: 'label' }, ({ path }) => ({
      contents: `export default ${JSON.stringify(texts.get(path.split('c.')[1] ?? '') ?? '')};`,
    }));
  },
};

/** The sentences that the panel has, read from the panel itself. */
async function readSentences(): Promise<z.infer<typeof codesSchema>> {
  const { outputFiles } = await build({
    entryPoints: [codesFile.pathname],
    plugins: [labels],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = outputFiles.map(({ text }) => text).join('');
  return codesSchema.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
}

describe('every code that the service can say has a sentence in the panel', () => {
  let sentences: z.infer<typeof codesSchema>;

  beforeAll(async () => {
    sentences = await readSentences();
  });

  it.each([...dimensions, ...Object.values(reasonCodes)])('reason %s', (code) => {
    expect(sentences.reasons[code]).toMatch(/\w/);
  });

  it.each(Object.values(warningCodes))('warning %s', (code) => {
    expect(sentences.warnings[code]).toMatch(/\w/);
  });

  it.each(Object.values(noticeCodes))('notice %s', (code) => {
    expect(sentences.notices[code]).toMatch(/\w/);
  });

  it.each(dimensions)('the sentence for %s names the value', (dimension) => {
    expect(sentences.reasons[dimension]).toContain('{0}');
  });

  it('has no sentence for a code that the service can not say', () => {
    const known: string[] = [dimensions, reasonCodes, warningCodes, noticeCodes].flatMap((codes) =>
      Object.values(codes),
    );
    const said = Object.values(sentences).flatMap((group) => Object.keys(group));
    expect(said.filter((code) => !known.includes(code))).toEqual([]);
  });
});
