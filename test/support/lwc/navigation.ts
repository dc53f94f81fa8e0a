import { jest } from '@jest/globals';
import type { PageReference } from 'lightning/navigation';
import type { LightningElement } from 'lwc';

/** Where a component under test went. */
export const navigate = jest.fn<(page: PageReference) => void>();

const Navigate = Symbol('Navigate');

/** `lightning/navigation`, recording. */
export const NavigationMixin = Object.assign(
  (base: typeof LightningElement) =>
    class extends base {
      [Navigate](page: PageReference): void {
        navigate(page);
      }
    },
  { Navigate },
);
