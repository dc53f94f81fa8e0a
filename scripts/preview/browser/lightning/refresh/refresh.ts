import { refreshView } from '../../org/refresh.ts';

export { registerRefreshHandler, unregisterRefreshHandler } from '../../org/refresh.ts';

const refreshEvent = 'lightning__refreshview';

/** Asks the record page around the component to refresh its data. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(refreshEvent, { bubbles: true, composed: true });
  }
}

addEventListener(refreshEvent, () => void refreshView());
