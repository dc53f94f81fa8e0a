import { session } from './session.ts';

/** The looks that Salesforce ships and the pages can wear. */
export const themes = [
  { key: 'slds1', label: 'Lightning' },
  { key: 'slds2', label: 'Cosmos' },
  { key: 'slds2Dark', label: 'Cosmos dark' },
] as const;

/** Changes the look of the page at once; the browser remembers it for the pages that come. */
export function wear(key: string): void {
  const look = session.looks.find((candidate) => candidate.theme === key);
  if (!look) return;
  document.getElementById('look')?.setAttribute('href', look.styleSheet);
  document.documentElement.className = look.className;
  document.cookie = `theme=${key}; path=/; SameSite=Strict; max-age=31536000`;
}

/** What the page wears now. */
export const worn = (): string =>
  session.looks.find(({ className }) => className === document.documentElement.className)?.theme ??
  session.theme;
