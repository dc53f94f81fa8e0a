import { LightningElement } from 'lwc';
import { formFactor } from '../../org/form-factor.ts';
import { initialsOf } from '../../org/names.ts';
import { continueAs, session } from '../../org/session.ts';
import { themes, wear, worn } from '../../org/theme.ts';

/** The avatar and what opens below it: log in as somebody else, theme, form factor. */
export default class Profile extends LightningElement {
  isOpen = false;
  worn = worn();

  user = { ...session.user, initials: initialsOf(session.user.name) };
  organization = session.organization.name;

  get users(): { id: string; name: string; title: string; current: string | null }[] {
    return session.users.map((user) => ({ ...user, current: user.id === session.user.id ? 'true' : null }));
  }

  get themes(): { key: string; label: string; pressed: string; variant: string }[] {
    return themes.map((theme) => ({
      ...theme,
      pressed: String(theme.key === this.worn),
      variant: theme.key === this.worn ? 'brand' : 'neutral',
    }));
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  /** Inside the phone frame, and on a real phone, there is nothing to switch to. */
  get isDesktop(): boolean {
    return formFactor === 'Large' && window === parent;
  }

  get phonePath(): string {
    return `/preview/phone?path=${encodeURIComponent(location.pathname)}`;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    // Focus moves once the popover is drawn.
    if (this.isOpen)
      requestAnimationFrame(() => this.template?.querySelector<HTMLElement>('section')?.focus());
  }

  close(): void {
    this.isOpen = false;
    this.template?.querySelector<HTMLElement>('button')?.focus();
  }

  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  async become(event: Event): Promise<void> {
    const { currentTarget: button } = event;
    if (button instanceof HTMLElement) await continueAs(button.dataset['id'] ?? '');
  }

  dress(event: Event): void {
    const { currentTarget: button } = event;
    if (!(button instanceof HTMLElement)) return;
    wear(button.dataset['key'] ?? '');
    this.worn = worn();
  }
}
