import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { z } from 'zod';

const text = '#text';

/** An XML element: its name, the text in it and the elements in it, in the order of the file. */
export interface Element {
  name: string;
  text: string;
  children: Element[];
}

/** A file of the org side: path from the project root, and the root element of what it holds. */
export interface MetadataDocument {
  path: string;
  root: Element;
}

const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, ignoreDeclaration: true });
const node = z.record(z.string(), z.unknown());

/** The children of an ordered node are the value of its only key beside attributes. */
function elementsOf(value: unknown): Element[] {
  return z
    .array(node)
    .parse(value)
    .flatMap((entry) => {
      const [found] = Object.entries(entry).filter(([key]) => key !== ':@' && key !== text);
      return found ? [elementOf(found[0], found[1])] : [];
    });
}

function elementOf(name: string, value: unknown): Element {
  const parts = z.array(node).parse(value);
  const words = parts.map((part) => part[text]).filter((part) => typeof part === 'string');
  return { name, text: words.join(''), children: elementsOf(parts) };
}

/** All files below the package directory, as paths from the project root, sorted. */
export const sourceFiles = (root: string, pattern = '**/*'): string[] =>
  globSync(`force-app/${pattern}`, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

function requireWellFormed(file: string, xml: string): void {
  try {
    SyntaxValidator.validate(xml);
  } catch (malformed) {
    throw new Error(`${file}: ${String(malformed)}`, { cause: malformed });
  }
}

/** @throws Error naming file, line and fault if the XML is not well-formed */
export function readDocument(root: string, file: string): MetadataDocument {
  const xml = readFileSync(path.join(root, file), 'utf8');
  requireWellFormed(file, xml);
  const [element] = elementsOf(parser.parse(xml));
  if (!element) throw new Error(`${file} holds no element`);
  return { path: file, root: element };
}

/** Documents of one kind: `field`, `permissionset`, `flexipage` … */
export const documentsOf = (root: string, kind: string): MetadataDocument[] =>
  sourceFiles(root, `**/*.${kind}-meta.xml`).map((file) => readDocument(root, file));

const child = (element: Element, name: string): Element | undefined =>
  element.children.find((each) => each.name === name);

export const childrenNamed = (element: Element, name: string): Element[] =>
  element.children.filter((each) => each.name === name);

/** All elements of a name inside, at any depth. */
export const every = (element: Element, name: string): Element[] =>
  element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...every(each, name)]);

/** The text of an element inside, empty if it is not there. */
export const textOf = (element: Element, name: string): string => child(element, name)?.text ?? '';

/** `Inspire_Key__c` of `…/Inspire_Key__c.field-meta.xml`. */
export const nameOf = (file: string): string => path.basename(file).replace(/\.[^.]+-meta\.xml$/, '');
