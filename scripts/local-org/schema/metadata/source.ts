import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** The project's metadata files, found once. */
export interface MetadataSource {
  /** Files of one kind (`field`, `object`, `md`, `permissionset` …), sorted by path. */
  files(kind: string): readonly MetadataFile[];
}

export interface MetadataFile {
  path: string;
  /** `Inspire_Key__c` of `Inspire_Key__c.field-meta.xml`. */
  name: string;
  /** The path's folder names, outermost first. */
  folders: readonly string[];
  /** The document inside its root element; elements that may repeat are arrays where `repeated` says so. */
  read(repeated?: readonly string[]): unknown;
}

const projectFile = z.object({ packageDirectories: z.array(z.object({ path: z.string() })).min(1) });

/**
 * @param projectRoot folder with the project's sfdx-project.json
 * @param additional folders whose metadata only this org has
 * @throws Error if there is none, or it names no package directory
 */
export function readMetadata(projectRoot: string, additional: readonly string[] = []): MetadataSource {
  const project = projectFile.parse(JSON.parse(readFileSync(join(projectRoot, 'sfdx-project.json'), 'utf8')));
  const folders = [...project.packageDirectories.map(({ path }) => join(projectRoot, path)), ...additional];
  const paths = folders.flatMap(metadataPaths).sort();
  return {
    files: (kind) =>
      paths.filter((path) => path.endsWith(`.${kind}-meta.xml`)).map((path) => metadataFile(path, kind)),
  };
}

function metadataPaths(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('-meta.xml'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function metadataFile(path: string, kind: string): MetadataFile {
  return {
    path,
    name: basename(path, `.${kind}-meta.xml`),
    folders: path.split('/').slice(0, -1),
    read: (repeated = []) => parse(path, repeated),
  };
}

function parse(path: string, repeated: readonly string[]): unknown {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => repeated.includes(name),
  });
  const document: unknown = parser.parse(readFileSync(path, 'utf8'));
  const roots = z.record(z.string(), z.unknown()).parse(document);
  return Object.entries(roots).find(([name]) => !name.startsWith('?'))?.[1];
}

export const xmlBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');
export const xmlNumber = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);
