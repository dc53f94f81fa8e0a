/** The looks that Salesforce ships and the pages can wear. */
export const themes = [
  { key: 'slds1', label: 'Lightning' },
  { key: 'slds2', label: 'Cosmos' },
  { key: 'slds2Dark', label: 'Cosmos dark' },
] as const;

/** Remembered by the browser; the style sheets come with the page, so it is loaded again. */
export function chooseTheme(key: string): void {
  document.cookie = `theme=${encodeURIComponent(key)}; path=/; SameSite=Strict; max-age=31536000`;
  location.reload();
}
