import type { KnownNames } from './known-names.ts';
import { childrenNamed, type Element, every, type MetadataDocument, textOf } from './metadata-files.ts';

/** Regions of Salesforce's record page with a side column, and of its home page. */
const templateRegions: Readonly<Record<string, readonly string[]>> = {
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
};

/** Components of the platform have a namespace; ours have none and must be in the package. */
const componentFaults = (names: KnownNames, { root }: MetadataDocument): string[] =>
  every(root, 'componentInstance')
    .map((instance) => textOf(instance, 'componentName'))
    .filter((name) => !name.includes(':') && !names.components.has(name))
    .map((name) => `places ${name}, which does not exist`);

function regionFaults({ root }: MetadataDocument): string[] {
  const [template] = childrenNamed(root, 'template');
  const allowed = templateRegions[template ? textOf(template, 'name') : ''];
  if (!allowed) return ['has a template that is not known here'];
  const regions = childrenNamed(root, 'flexiPageRegions');
  const facets = regions
    .filter((region) => textOf(region, 'type') === 'Facet')
    .map((each) => textOf(each, 'name'));
  const misplaced = regions
    .filter((region) => textOf(region, 'type') === 'Region' && !allowed.includes(textOf(region, 'name')))
    .map((region) => `fills the region ${textOf(region, 'name')}, which its template does not have`);
  return [...misplaced, ...facetFaults(root, facets)];
}

/** Tabs refer to facets by name; a facet that nothing refers to is lost on the page. */
function facetFaults(root: Element, facets: readonly string[]): string[] {
  const used = every(root, 'componentInstanceProperties')
    .filter((property) => ['tabs', 'body'].includes(textOf(property, 'name')))
    .map((property) => textOf(property, 'value'));
  const missing = used
    .filter((name) => !facets.includes(name))
    .map((name) => `refers to the facet ${name}, which is missing`);
  return [
    ...missing,
    ...facets.filter((name) => !used.includes(name)).map((name) => `has a facet ${name} that nothing shows`),
  ];
}

/** Only a record page is for an object. */
function objectFaults(names: KnownNames, { root }: MetadataDocument): string[] {
  const sobject = textOf(root, 'sobjectType');
  const isForObject = textOf(root, 'type') === 'RecordPage';
  return !isForObject || names.catalogue.object(sobject) ? [] : [`is for ${sobject}, which does not exist`];
}

/** What a page refers to: object, components, regions and facets. */
export function pageFaults(names: KnownNames, page: MetadataDocument): string[] {
  return [...objectFaults(names, page), ...componentFaults(names, page), ...regionFaults(page)];
}

/** Tabs of the platform that show no object. */
const platformTabs = ['standard-home'];

/** What an app refers to: record pages by object, and tabs. */
export function appFaults(names: KnownNames, { root }: MetadataDocument): string[] {
  const pages = childrenNamed(root, 'actionOverrides')
    .filter((each) => textOf(each, 'type') === 'Flexipage' && !names.pages.has(textOf(each, 'content')))
    .map((each) => `opens the page ${textOf(each, 'content')}, which does not exist`);
  const tabs = childrenNamed(root, 'tabs')
    .map((each) => each.text)
    .filter(
      (tab) =>
        !platformTabs.includes(tab) &&
        !names.tabs.has(tab) &&
        !names.catalogue.object(tab.replace(/^standard-/, '')),
    )
    .map((tab) => `has the tab ${tab}, which does not exist`);
  return [...pages, ...tabs];
}
