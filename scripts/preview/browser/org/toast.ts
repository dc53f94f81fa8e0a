import Toast from 'lightning/toast';
import { messageOf } from './rest.ts';

/** The green message at the top after something was saved. */
export const toastSuccess = (label: string): void =>
  Toast.show({ label, variant: 'success', mode: 'dismissible' }, null);

/** What the org refused, in its own words. */
export const toastError = (label: string, error: unknown): void =>
  Toast.show({ label, message: messageOf(error), variant: 'error', mode: 'sticky' }, null);
