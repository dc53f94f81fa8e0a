import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const labelsFile = new URL(
  '../../force-app/main/default/labels/CustomLabels.labels-meta.xml',
  import.meta.url,
);

const labelsSchema = z.object({
  CustomLabels: z.object({ labels: z.array(z.object({ fullName: z.string(), value: z.string() })) }),
});

/** Texts of the custom labels by name. */
export const labelTexts: ReadonlyMap<string, string> = new Map(
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
      contents: `export default ${JSON.stringify(labelTexts.get(path.split('c.')[1] ?? '') ?? '')};`,
    }));
  },
};

/** What a module of a component exports, its labels resolved. `file` is a path below `force-app/main`. */
export async function importComponentModule<Module>(
  file: string,
  schema: z.ZodType<Module>,
): Promise<Module> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../force-app/main/${file}`, import.meta.url).pathname],
    plugins: [labels],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = outputFiles.map(({ text }) => text).join('');
  return schema.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
}
