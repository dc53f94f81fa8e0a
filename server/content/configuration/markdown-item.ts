import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import type { Placed } from './set.ts';

/** Folders whose items have the folder's name as their origin. */
const originFolders = ['starter', 'demo'];

const frontMatter = /^\uFEFF?---\r?\n(?<fields>[\s\S]*?)\r?\n---[ \t]*(?:\r?\n(?<body>[\s\S]*))?$/;

/**
 * An item as a Markdown file: fields in YAML between two lines of `---`, the text below. Pure.
 * @param place the file's name, as faults are to name it
 * @param folder the name of the folder that was read
 */
export function markdownItem(
  text: string,
  place: string,
  folder: string,
): { entries: Placed[]; faults: Fault[] } {
  const parts = frontMatter.exec(text)?.groups;
  if (!parts)
    return {
      entries: [],
      faults: [{ place, message: 'does not begin with fields between two lines of "---"' }],
    };

  const document = parseDocument(parts['fields'] ?? '', { prettyErrors: false });
  const faults = document.errors.map(({ message, pos }) => ({
    place: `${place}:${line(text, pos[0])}`,
    message,
  }));
  if (faults.length > 0) return { entries: [], faults };

  const fields = z.record(z.string(), z.unknown()).safeParse(document.toJS());
  if (!fields.success)
    return { entries: [], faults: [{ place, message: 'has no fields between the lines of "---"' }] };

  const origin = originFolders.includes(folder) ? { origin: folder } : {};
  const body = parts['body']?.trim();
  const value = { ...origin, ...fields.data, ...(body ? { body } : {}) };
  return { entries: [{ kind: 'item', place, value }], faults: [] };
}

/** The line of a file on which a position of its front matter lies; the fields begin on the second line. */
function line(text: string, position: number): number {
  const start = text.indexOf('\n') + 1;
  return text.slice(0, start + position).split('\n').length;
}
