import type { Currency } from './vendor.ts';

export interface Seller {
  key: string;
  first: string;
  last: string;
  title: string;
  /** Key of the role in `salesRoles`. */
  role: string;
  /** Key of the manager; nobody above the head of sales. */
  manager?: string;
  country: string;
  timeZone: string;
  locale: string;
  currency: Currency;
  /** Countries whose accounts this seller owns. */
  territory?: readonly string[];
  /** Accounts with at least so many vehicles go to the key account team. */
  keyAccounts?: true;
  /** Days ago since which the seller is on parental leave. */
  onLeaveSince?: number;
  /** Days ago on which the seller left; what was open then is still theirs. */
  leftOn?: number;
}

/** `parent` is the role above. Data follow this tree; who manages whom is on the user. */
export const salesRoles = [
  { key: 'vp', name: 'VP Sales', developerName: 'VP_Sales' },
  { key: 'managerDach', name: 'Sales Manager DACH', developerName: 'Sales_Manager_DACH', parent: 'vp' },
  {
    key: 'managerNorth',
    name: 'Sales Manager North & UK',
    developerName: 'Sales_Manager_North',
    parent: 'vp',
  },
  { key: 'managerKey', name: 'Sales Manager Key Accounts', developerName: 'Sales_Manager_Key', parent: 'vp' },
  { key: 'repDach', name: 'Sales DACH', developerName: 'Sales_DACH', parent: 'managerDach' },
  { key: 'repNorth', name: 'Sales North & UK', developerName: 'Sales_North', parent: 'managerNorth' },
  { key: 'repKey', name: 'Key Accounts', developerName: 'Key_Accounts', parent: 'managerKey' },
] as const;

const BERLIN = { timeZone: 'Europe/Berlin', locale: 'en_DE', currency: 'EUR' } as const;
const LONDON = { timeZone: 'Europe/London', locale: 'en_GB', currency: 'GBP' } as const;
const SALES = 'Account Executive';
const dach = { ...BERLIN, title: SALES, role: 'repDach', manager: 'katrin.vogel' } as const;
const north = { title: SALES, role: 'repNorth', manager: 'tom.ashworth' } as const;
const key = {
  ...BERLIN,
  title: 'Key Account Manager',
  role: 'repKey',
  manager: 'daniel.okoye',
  keyAccounts: true,
} as const;
const NORDICS = ['Denmark', 'Sweden', 'Norway', 'Finland'];

export const sellers: readonly Seller[] = [
  {
    ...BERLIN,
    key: 'claudia.rehm',
    first: 'Claudia',
    last: 'Rehm',
    title: 'VP Sales',
    role: 'vp',
    country: 'Germany',
  },
  {
    ...BERLIN,
    key: 'katrin.vogel',
    first: 'Katrin',
    last: 'Vogel',
    title: 'Sales Manager DACH',
    role: 'managerDach',
    manager: 'claudia.rehm',
    country: 'Germany',
  },
  {
    ...LONDON,
    key: 'tom.ashworth',
    first: 'Tom',
    last: 'Ashworth',
    title: 'Sales Manager North & UK',
    role: 'managerNorth',
    manager: 'claudia.rehm',
    country: 'United Kingdom',
  },
  {
    ...BERLIN,
    key: 'daniel.okoye',
    first: 'Daniel',
    last: 'Okoye',
    title: 'Sales Manager Key Accounts',
    role: 'managerKey',
    manager: 'claudia.rehm',
    country: 'Germany',
  },
  { ...dach, key: 'jana.weiss', first: 'Jana', last: 'Weiss', country: 'Germany', territory: ['Germany'] },
  { ...dach, key: 'tobias.kern', first: 'Tobias', last: 'Kern', country: 'Germany', territory: ['Germany'] },
  {
    ...dach,
    key: 'lena.hofmann',
    first: 'Lena',
    last: 'Hofmann',
    country: 'Germany',
    territory: ['Germany', 'Austria'],
  },
  {
    ...dach,
    key: 'aylin.demir',
    first: 'Aylin',
    last: 'Demir',
    country: 'Germany',
    territory: ['Germany', 'Austria'],
  },
  {
    ...dach,
    key: 'marco.bianchi',
    first: 'Marco',
    last: 'Bianchi',
    country: 'Switzerland',
    timeZone: 'Europe/Zurich',
    territory: ['Switzerland', 'Italy', 'Austria'],
  },
  {
    ...dach,
    key: 'stefan.huber',
    first: 'Stefan',
    last: 'Huber',
    country: 'Germany',
    territory: ['Germany', 'Austria'],
    leftOn: 71,
  },
  {
    ...LONDON,
    ...north,
    key: 'sam.whitfield',
    first: 'Sam',
    last: 'Whitfield',
    country: 'United Kingdom',
    territory: ['United Kingdom'],
  },
  {
    ...LONDON,
    ...north,
    key: 'niamh.doyle',
    first: 'Niamh',
    last: 'Doyle',
    country: 'Ireland',
    timeZone: 'Europe/Dublin',
    territory: ['Ireland', 'United Kingdom'],
  },
  {
    ...BERLIN,
    ...north,
    key: 'erik.lund',
    first: 'Erik',
    last: 'Lund',
    country: 'Denmark',
    timeZone: 'Europe/Copenhagen',
    territory: NORDICS,
  },
  {
    ...BERLIN,
    ...north,
    key: 'sofie.dahl',
    first: 'Sofie',
    last: 'Dahl',
    country: 'Sweden',
    timeZone: 'Europe/Stockholm',
    territory: [...NORDICS, 'Netherlands'],
    onLeaveSince: 44,
  },
  {
    ...BERLIN,
    ...north,
    key: 'piotr.nowak',
    first: 'Piotr',
    last: 'Nowak',
    country: 'Poland',
    timeZone: 'Europe/Warsaw',
    territory: ['Poland', 'Czechia', 'Hungary', 'Netherlands'],
  },
  {
    ...key,
    key: 'helene.marchand',
    first: 'Hélène',
    last: 'Marchand',
    country: 'France',
    timeZone: 'Europe/Paris',
    territory: ['France', 'Italy', 'Belgium'],
  },
  {
    ...key,
    key: 'ben.carver',
    first: 'Ben',
    last: 'Carver',
    country: 'Germany',
    territory: ['Netherlands', 'Belgium', 'Spain'],
  },
];

/** Looks after the library; owns no deals. */
export const admin = {
  key: 'nadia.farouk',
  first: 'Nadia',
  last: 'Farouk',
  title: 'Sales Enablement Lead',
} as const;

/** Wins more than chance explains; see docs/sample-data.md. Everybody else is the same by construction. */
export const OUTLIER = 'lena.hofmann';

export const usernameOf = (key: string): string => `${key}@merivo.example`;
