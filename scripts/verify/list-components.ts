import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { componentsFile, listComponents } from './checks/component-list.ts';

/** Writes the list of components down after one was added or removed on purpose. */
const root = path.resolve(import.meta.dirname, '../..');
writeFileSync(path.join(root, componentsFile), `${listComponents(root).join('\n')}\n`);
