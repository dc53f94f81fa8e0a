import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Fault } from '../../errors.ts';
import type { ConfigurationKind } from '../../store/index.ts';
import { markdownItem } from './markdown-item.ts';
import { refuse } from './publish.ts';
import { parseJson, readJson } from './read-json.ts';
import { configurationSetSchema, placed, type Placed, type PlacedSet } from './set.ts';

/** Files of a folder that hold lists. */
const listFiles: Record<string, ConfigurationKind> = {
  'rules.json': 'rule',
  'stages.json': 'stage',
  'facts.json': 'factSource',
  'cadences.json': 'cadence',
  'calendars.json': 'workingCalendar',
  'cadence-settings.json': 'cadenceSettings',
};

/** What a file holds, and what is wrong with it. */
interface Reading {
  entries: Placed[];
  faults: Fault[];
}

/**
 * Reads a set from one JSON file (`{"items", "rules", "stages", "factSources", "cadences", …, "retire"}`) or from a folder: a Markdown
 * file for each item, its fields in YAML front matter and its text below, and `rules.json`, `stages.json`,
 * `facts.json`, `cadences.json`, `calendars.json` and `cadence-settings.json`, each a list. Items in a folder named `starter` or `demo` have that origin unless they name one.
 * @throws AppError `configurationInvalid` naming every file that cannot be read as what it should be
 */
export async function readConfigurationSet(path: string): Promise<PlacedSet> {
  return (await stat(path)).isDirectory() ? readFolder(path) : readSetFile(path);
}

async function readSetFile(path: string): Promise<PlacedSet> {
  return placed(readJson(configurationSetSchema, await readFile(path, 'utf8'), basename(path)));
}

async function readFolder(folder: string): Promise<PlacedSet> {
  const names = await readdir(folder, { recursive: true });
  const readings = await Promise.all(names.sort().map((name) => readPart(folder, name)));
  refuse(readings.flatMap((reading) => reading.faults));
  return { entries: readings.flatMap((reading) => reading.entries), retire: [] };
}

async function readPart(folder: string, name: string): Promise<Reading> {
  const text = () => readFile(join(folder, name), 'utf8');
  if (name.endsWith('.md')) return markdownItem(await text(), name, basename(resolve(folder)));
  const kind = listFiles[name];
  if (kind) return listOf(kind, await text(), name);
  if (!name.endsWith('.json')) return { entries: [], faults: [] };
  const message = `is none of the lists ${Object.keys(listFiles).join(', ')}`;
  return { entries: [], faults: [{ place: name, message }] };
}

function listOf(kind: ConfigurationKind, text: string, name: string): Reading {
  const { value, faults } = parseJson(text, name);
  if (faults.length > 0) return { entries: [], faults };
  if (!Array.isArray(value)) return { entries: [], faults: [{ place: name, message: 'is not a list' }] };
  const entries = value.map((entry: unknown, index) => ({ kind, place: `${name}[${index}]`, value: entry }));
  return { entries, faults: [] };
}
