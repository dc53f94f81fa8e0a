import { LightningElement } from 'lwc';
import {
  quickActionEvent,
  quickActionOf,
  type PageReference,
} from '../../lightning/navigation/navigation.ts';
import { toastEvent, toastOf } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import Toast from 'lightning/toast';
import { formFactor } from '../../org/form-factor.ts';
import { navigated, placeOf, type Place } from '../../org/navigate.ts';

/** The app around every page: header, tabs, toasts and the docked composer. */
export default class App extends LightningElement {
  place: Place = placeOf(location.pathname);
  email: PageReference | undefined;

  readonly #show = () => {
    this.place = placeOf(location.pathname);
    scrollTo(0, 0);
  };

  readonly #startAction = (event: Event) => {
    this.email = quickActionOf(event);
  };

  connectedCallback(): void {
    addEventListener('popstate', this.#show);
    addEventListener(navigated, this.#show);
    addEventListener(quickActionEvent, this.#startAction);
    addEventListener(toastEvent, showToast);
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.#show);
    removeEventListener(navigated, this.#show);
    removeEventListener(quickActionEvent, this.#startAction);
    removeEventListener(toastEvent, showToast);
  }

  get isPhone(): boolean {
    return formFactor === 'Small';
  }

  get isHome(): boolean {
    return this.place.page === 'home';
  }

  get isSetup(): boolean {
    return this.place.page === 'setup';
  }

  get isUnknown(): boolean {
    return this.place.page === 'unknown';
  }

  get listed(): string | undefined {
    return this.place.page === 'list' ? this.place.sobject : undefined;
  }

  /** In an array so that another record is another element: nothing of the last one stays behind. */
  get records(): { id: string; sobject: string }[] {
    return this.place.page === 'record' ? [this.place] : [];
  }

  get current(): string {
    const { place } = this;
    if ('sobject' in place) return place.sobject;
    return place.page === 'unknown' ? '' : place.page;
  }

  focusMain(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }

  closeEmail(): void {
    this.email = undefined;
  }
}

function showToast(event: Event): void {
  const toast = toastOf(event);
  if (toast) Toast.show({ ...toast, label: toast.title }, null);
}
