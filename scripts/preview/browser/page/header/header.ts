import { LightningElement } from 'lwc';

/** Logo, search and profile: the bar at the top of every page. */
export default class Header extends LightningElement {
  skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main')?.focus();
  }
}
