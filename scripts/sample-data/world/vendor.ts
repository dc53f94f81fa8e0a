/** Merivo, the fictional vendor whose org the sample data is: it makes fleets visible, planned, repaired and safe. */
export const VENDOR = 'Merivo';

export interface Product {
  key: string;
  name: string;
  code: string;
  family: string;
  description: string;
  /** List price of one vehicle for a year, by currency. */
  price: Readonly<Record<Currency, number>>;
}

export type Currency = 'EUR' | 'GBP';
export const CORPORATE_CURRENCY: Currency = 'EUR';
/** Pounds for one euro, as `CurrencyType.ConversionRate`. */
export const POUND_RATE = 0.862;

export const products = [
  {
    key: 'track',
    name: 'Merivo Track',
    code: 'MV-TRK',
    family: 'Fleet',
    description:
      'Position, mileage, fuel and condition of each vehicle, with a box that is fitted in forty minutes.',
    price: { EUR: 178.8, GBP: 154.8 },
  },
  {
    key: 'plan',
    name: 'Merivo Plan',
    code: 'MV-PLN',
    family: 'Operations',
    description:
      'Routes and dispatch: who drives where, in which order, and what happens when somebody is ill.',
    price: { EUR: 258, GBP: 223.2 },
  },
  {
    key: 'workshop',
    name: 'Merivo Workshop',
    code: 'MV-WRK',
    family: 'Operations',
    description: 'Servicing, inspection dates, damage and downtime, with the workshop’s own calendar.',
    price: { EUR: 117.6, GBP: 102 },
  },
  {
    key: 'drive',
    name: 'Merivo Drive',
    code: 'MV-DRV',
    family: 'Drivers',
    description: 'The app of the drivers: hours, vehicle check, safe driving, documents.',
    price: { EUR: 88.8, GBP: 76.8 },
  },
] as const satisfies readonly Product[];

export type ProductKey = (typeof products)[number]['key'];

/** Trakonda sells cheap boxes, Movolis a suite for everything, Ruteva the best routes and nothing else. */
export const competitors = ['Trakonda', 'Movolis', 'Ruteva'] as const;
export const DOING_NOTHING = 'Doing nothing';
export const IN_HOUSE = 'In-house solution';
