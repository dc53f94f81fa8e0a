import { LightningElement } from 'lwc';

/** Logo, search and profile: the bar at the top of every page. `skip` asks for the focus on the main content. */
export default class Header extends LightningElement {
  skip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('skip'));
  }
}
