import { createRequire } from 'node:module';
import ts from 'typescript';
import type { Check } from '../check.ts';
import { type Element, type MetadataDocument, readDocument, sourceFiles } from './metadata-files.ts';

/** The types call this text, because the Metadata API carries it encoded; in the source it holds elements. */
const encoded = 'LightningComponentBundle/targetConfigs';

interface Schema {
  checker: ts.TypeChecker;
  types: ReadonlyMap<string, ts.Type>;
}

let known: Schema | undefined;

/** The Metadata API's own description, as the types of @salesforce/types, read by the TypeScript checker. */
function readSchema(): Schema {
  const file = createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts');
  const program = ts.createProgram([file], {
    lib: ['lib.es5.d.ts'],
    types: [],
    skipLibCheck: true,
    strict: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error(`${file} holds no types`);
  const exports = checker.getExportsOfModule(symbol);
  return {
    checker,
    types: new Map(exports.map((each) => [each.name, checker.getDeclaredTypeOfSymbol(each)])),
  };
}

/** Faults of an element against a type, each with the place in the document. */
function faultsOf(schema: Schema, element: Element, type: ts.Type, place: string): string[] {
  const wanted = withoutUndefined(schema, type);
  if (wanted.flags & ts.TypeFlags.Any || place.endsWith(encoded)) return [];
  if (isScalar(wanted)) return scalarFaults(schema, element, wanted, place);
  return [...unknownOrWrong(schema, element, wanted, place), ...missing(schema, element, wanted, place)];
}

const withoutUndefined = (schema: Schema, type: ts.Type): ts.Type => schema.checker.getNonNullableType(type);

const isScalar = (type: ts.Type): boolean => {
  const scalar = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;
  return type.isUnion() ? type.types.every(isScalar) : (type.flags & scalar) !== 0;
};

function scalarFaults(schema: Schema, element: Element, type: ts.Type, place: string): string[] {
  if (element.children.length > 0) return [`${place} holds elements, a value is expected`];
  if (accepts(type, element.text)) return [];
  return [`${place} is "${element.text}", expected ${schema.checker.typeToString(type)}`];
}

function accepts(type: ts.Type, value: string): boolean {
  if (type.isUnion()) return type.types.some((each) => accepts(each, value));
  if (type.isStringLiteral()) return type.value === value;
  if (type.flags & ts.TypeFlags.BooleanLike) return value === 'true' || value === 'false';
  if (type.flags & ts.TypeFlags.NumberLike) return /^-?\d+(\.\d+)?$/.test(value);
  return (type.flags & ts.TypeFlags.String) !== 0;
}

function unknownOrWrong(schema: Schema, element: Element, type: ts.Type, place: string): string[] {
  const seen = new Set<string>();
  return element.children.flatMap((part) => {
    const where = `${place}/${part.name}`;
    const property = schema.checker.getPropertyOfType(type, part.name);
    if (!property) return [`${where} is not known`];
    const wanted = withoutUndefined(schema, schema.checker.getTypeOfSymbol(property));
    const item = itemOf(schema, wanted);
    if (!item && seen.has(part.name)) return [`${where} is given twice`];
    seen.add(part.name);
    return faultsOf(schema, part, item ?? wanted, where);
  });
}

/** What an array holds; undefined if the type is none. */
const itemOf = (schema: Schema, type: ts.Type): ts.Type | undefined =>
  schema.checker.isArrayType(type) ? type.getNumberIndexType() : undefined;

function missing(schema: Schema, element: Element, type: ts.Type, place: string): string[] {
  return schema.checker
    .getPropertiesOfType(type)
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional))
    .filter((property) => !itemOf(schema, schema.checker.getTypeOfSymbol(property)))
    .filter((property) => !element.children.some((part) => part.name === property.name))
    .map((property) => `${place} lacks ${property.name}`);
}

function documentFaults(schema: Schema, { path, root }: MetadataDocument): string[] {
  const type = schema.types.get(root.name);
  return type
    ? faultsOf(schema, root, type, `${path}: ${root.name}`)
    : [`${path}: ${root.name} is no metadata type`];
}

/** Catches malformed XML, unknown elements, values that are none of an enumeration, and what is required but missing. */
export const metadataSchema: Check = {
  name: 'Metadata follows the schema of the Metadata API',
  run(root) {
    const schema = (known ??= readSchema());
    const files = sourceFiles(root, '**/*-meta.xml');
    const faults = files.flatMap((file) => {
      try {
        return documentFaults(schema, readDocument(root, file));
      } catch (malformed) {
        return [String(malformed)];
      }
    });
    return { faults, examined: files.length };
  },
};
