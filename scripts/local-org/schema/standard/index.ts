import type { ObjectSpec } from '../object.ts';
import { accounts } from './accounts.ts';
import { activities } from './activities.ts';
import { agreements } from './agreements.ts';
import { currencies } from './currencies.ts';
import { files } from './files.ts';
import { identity } from './identity.ts';
import { opportunities } from './opportunities.ts';
import { permissions } from './permissions.ts';
import { products } from './products.ts';

/** Every standard object of this org. */
export const STANDARD_OBJECTS: Record<string, ObjectSpec> = {
  ...identity,
  ...permissions,
  ...currencies,
  ...accounts,
  ...opportunities,
  ...products,
  ...activities,
  ...files,
  ...agreements,
};
