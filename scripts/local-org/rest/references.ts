import { SalesforceError } from '../errors.ts';

/** `@{newAccount.id}`, `@{query.records[0].Id}` */
const REFERENCE = /@\{([A-Za-z0-9_]+)((?:\.[A-Za-z0-9_]+|\[\d+\])*)\}/g;

/**
 * Replaces what names the answer of an earlier request, wherever it stands in an address or a body.
 * @throws SalesforceError INVALID_INPUT for a reference that leads nowhere
 */
export function resolveReferences(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return inText(value, answers);
  if (Array.isArray(value)) return value.map((each) => resolveReferences(each, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, resolveReferences(each, answers)]),
  );
}

const inText = (text: string, answers: ReadonlyMap<string, unknown>): string =>
  text.replace(REFERENCE, (written, name: string, path: string) => {
    const steps = path.match(/[A-Za-z0-9_]+/g) ?? [];
    const found = steps.reduce<unknown>(step, answers.get(name));
    if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean')
      return String(found);
    throw new SalesforceError(
      'INVALID_INPUT',
      `Invalid reference specified. No value for ${written.slice(2, -1)} found in ${name}`,
    );
  });

function step(from: unknown, name: string): unknown {
  if (Array.isArray(from)) return from[Number(name)];
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? Reflect.get(from, name)
    : undefined;
}
