type Toast = {
  title: string;
  message?: string;
  variant?: 'info' | 'success' | 'warning' | 'error';
  mode?: string;
};

export const toastEvent = 'lightning__showtoast';

/** Asks the page for a toast. */
export class ShowToastEvent extends CustomEvent<Toast> {
  constructor(toast: Toast) {
    super(toastEvent, { detail: toast, bubbles: true, composed: true, cancelable: true });
  }
}
