import { globSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** So many results stay: that of the sources as they are, and those that stacks which still run may be serving. */
export const kept = 6;

/** Removes what was built from earlier sources, except for the latest few. */
export function forgetEarlier(parent: string): void {
  const manifests = globSync('*/manifest.json', { cwd: parent }).map((path) => join(parent, path));
  const latestFirst = manifests.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const manifest of latestFirst.slice(kept)) rmSync(dirname(manifest), { recursive: true, force: true });
}
