import { z } from 'zod';
import type { MetadataSource } from '../../local-org/schema/metadata/source.ts';

const lists = ['flexiPageRegions', 'itemInstances', 'componentInstanceProperties', 'criteria'];

const instance = z.object({
  componentName: z.string(),
  componentInstanceProperties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  visibilityRule: z
    .object({
      criteria: z.array(z.object({ leftValue: z.string(), operator: z.string(), rightValue: z.string() })),
    })
    .optional(),
});

const pageSchema = z.object({
  sobjectType: z.string().optional(),
  flexiPageRegions: z.array(
    z.object({
      name: z.string(),
      itemInstances: z.array(z.object({ componentInstance: instance })).default([]),
    }),
  ),
});

type Region = { component: string; formFactor: string | null; tabs: Tab[] }[];
type Tab = { label: string; region: Region };

const tabLabels: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
};

/**
 * Module text `export const flexipages`: per object, which component stands in which region of its record page, read
 * from the pages that would be deployed. Visibility rules are kept as far as they are about the form factor.
 */
export function flexipagesModule(source: MetadataSource): string {
  const pages = source
    .files('flexipage')
    .map((file) => pageSchema.parse(file.read(lists)))
    .flatMap((page) => (page.sobjectType === undefined ? [] : [[page.sobjectType, regionsOf(page)]]));
  return `export const flexipages = ${JSON.stringify(Object.fromEntries(pages))};`;
}

type Page = z.infer<typeof pageSchema>;

function regionsOf(page: Page): Record<string, Region> {
  return Object.fromEntries(['header', 'main', 'sidebar'].map((name) => [name, regionOf(page, name)]));
}

function regionOf(page: Page, name: string): Region {
  const region = page.flexiPageRegions.find((candidate) => candidate.name === name);
  return (region?.itemInstances ?? []).map(({ componentInstance: item }) => ({
    component: item.componentName,
    formFactor: formFactorOf(item),
    tabs: tabsOf(page, property(item, 'tabs')),
  }));
}

function tabsOf(page: Page, facet: string | undefined): Tab[] {
  const tabs = page.flexiPageRegions.find((region) => region.name === facet)?.itemInstances ?? [];
  return tabs.map(({ componentInstance: tab }) => {
    const title = property(tab, 'title') ?? '';
    return { label: tabLabels[title] ?? title, region: regionOf(page, property(tab, 'body') ?? '') };
  });
}

type Instance = z.infer<typeof instance>;

const property = (item: Instance, name: string): string | undefined =>
  item.componentInstanceProperties.find((candidate) => candidate.name === name)?.value;

function formFactorOf({ visibilityRule }: Instance): string | null {
  const rule = visibilityRule?.criteria.find(({ leftValue }) => leftValue === '{!$Client.FormFactor}');
  return rule?.rightValue ?? null;
}
