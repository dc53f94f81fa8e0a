/**
 * Appends a path to a place: `items[3]`, `tags`, `buyerRole`, `0` → `items[3].tags.buyerRole[0]`; behind the name of a
 * file: `items/story.md: tags.buyerRole[0]`.
 */
export function placeOf(start: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return /\.(?:md|json)$/.test(start) && steps ? `${start}: ${steps.replace(/^\./, '')}` : start + steps;
}
