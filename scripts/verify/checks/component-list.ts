import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ComponentSet, ForceIgnore, type SourceComponent } from '@salesforce/source-deploy-retrieve';
import type { Check } from '../check.ts';
import { sourceFiles } from './metadata-files.ts';

/** What the package holds, one `Type Name` a line: a component that is lost or comes unasked shows in the diff. */
export const componentsFile = 'config/components.txt';

const componentsOf = (root: string): SourceComponent[] =>
  ComponentSet.fromSource(path.join(root, 'force-app')).getSourceComponents().toArray();

const lineOf = (component: SourceComponent): string => `${component.type.name} ${component.fullName}`;

/** The component list as the Salesforce tools see it. */
export const listComponents = (root: string): string[] => componentsOf(root).map(lineOf).sort();

function listFaults(actual: readonly string[], wanted: readonly string[]): string[] {
  const lost = wanted.filter((line) => !actual.includes(line)).map((line) => `${line} is lost`);
  const stray = actual.filter((line) => !wanted.includes(line)).map((line) => `${line} is not listed`);
  const faults = [...lost, ...stray];
  return faults.length === 0 ? [] : [...faults, 'if that is meant: node scripts/verify/list-components.ts'];
}

const twiceFaults = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => line === lines[index - 1]).map((line) => `${line} is there twice`);

/** Files that no component holds, and components without what describes them. */
function fileFaults(root: string, components: readonly SourceComponent[]): string[] {
  const described = components
    .filter((component) => !component.xml)
    .map((each) => `${lineOf(each)} has no meta file`);
  const held = new Set(components.flatMap((each) => [each.xml ?? '', ...each.walkContent()]));
  const ignore = ForceIgnore.findAndCreate(path.join(root, 'force-app'));
  const stray = sourceFiles(root)
    .map((file) => path.join(root, file))
    .filter((file) => ignore.accepts(file) && !held.has(file))
    .map((file) => `${path.relative(root, file)} belongs to no component`);
  return [...described, ...stray];
}

/** Folders in an SFDX project do not isolate names: what is global in an org says whose it is. */
const nameFaults = (components: readonly SourceComponent[]): string[] =>
  components
    .filter((each) => !['CustomField', 'CustomLabels'].includes(each.type.name))
    .filter((each) => !/^inspire/i.test(each.fullName))
    .map((each) => `${lineOf(each)} does not begin with Inspire`);

/** Catches lost and stray components, sources without a meta file, and names that could clash in an org. */
export const componentList: Check = {
  name: 'The package holds exactly the listed components, and each source has its meta file',
  run(root) {
    const components = componentsOf(root);
    const lines = components.map(lineOf).sort();
    const listFile = path.join(root, componentsFile);
    const wanted = existsSync(listFile) ? readFileSync(listFile, 'utf8').split('\n').filter(Boolean) : [];
    const faults = [
      ...listFaults(lines, wanted),
      ...twiceFaults(lines),
      ...fileFaults(root, components),
      ...nameFaults(components),
    ];
    return { faults, examined: components.length };
  },
};
