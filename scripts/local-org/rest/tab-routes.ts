import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import type { Route } from './call.ts';

/** Standard objects that have a tab; a custom object has one only where somebody made it. */
const TABS = [
  'Account',
  'Asset',
  'Campaign',
  'Contact',
  'Contract',
  'Event',
  'Lead',
  'Opportunity',
  'Product2',
  'Task',
];

/** The tabs of the objects that the user may read, and the theme of their icons: names only, this org paints nothing. */
export const tabRoutes = (catalogue: Catalogue, baseUrl: string): readonly Route[] => [
  {
    method: 'GET',
    pattern: 'tabs',
    handle: ({ access }) => ({
      status: 200,
      body: withTab(catalogue, access).map((object) => ({
        colors: [],
        custom: false,
        iconUrl: '',
        icons: [],
        label: object.labelPlural,
        miniIconUrl: '',
        name: `standard-${object.name}`,
        sobjectName: object.name,
        url: `${baseUrl}/${object.prefix}/o`,
      })),
    }),
  },
  {
    method: 'GET',
    pattern: 'theme',
    handle: ({ access }) => ({
      status: 200,
      body: {
        themeItems: withTab(catalogue, access).map(({ name }) => ({ colors: null, icons: null, name })),
      },
    }),
  },
];

const withTab = (catalogue: Catalogue, access: Access): ObjectDefinition[] =>
  TABS.flatMap((name) => catalogue.object(name) ?? []).filter((object) => access.object(object).read);
