import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { digest } from '../../local-org/gateway/signature.ts';
import { longId } from '../../local-org/ids.ts';
import type { Check } from '../check.ts';

const signatures = z.object({
  bodies: z.array(z.object({ body: z.string(), bsh: z.string() })).min(3),
  token: z.object({ claims: z.record(z.string(), z.unknown()) }),
});
const ids = z.object({ ids: z.array(z.object({ short: z.string(), long: z.string() })).min(5) });

const apexTest = 'force-app/tests/shared/classes/InspireSignatureTest.cls';
/** The claim that is different each time, so that no vector can hold it. */
const random = 'rid';

const literal = String.raw`'((?:[^'\\]|\\.)*)'`;
const unescape = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

/** `static final Map<…> NAME = …{ 'a' => 'b', … };` */
function constantPairs(apex: string, name: string): Map<string, string> {
  const body = new RegExp(`\\b${name} = new [^{]*\\{([\\s\\S]*?)\\n    \\};`).exec(apex)?.[1] ?? '';
  const pairs = [...body.matchAll(new RegExp(`${literal}\\s*=>\\s*${literal}`, 'g'))];
  return new Map(pairs.map(([, key = '', value = '']) => [unescape(key), unescape(value)]));
}

function constantSet(apex: string, name: string): string[] {
  const body = new RegExp(`\\b${name} = new [^{]*\\{([^}]*)\\};`).exec(apex)?.[1] ?? '';
  return [...body.matchAll(new RegExp(literal, 'g'))].map(([, value = '']) => unescape(value));
}

/** Two tables that must hold the same pairs. */
function differences(
  what: string,
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const wrong = [...wanted]
    .filter(([key, value]) => found.get(key) !== value)
    .map(([key, value]) => `${what}: ${key} should be ${value}, is ${found.get(key) ?? 'missing'}`);
  const stray = [...found.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `${what}: ${key} is no vector`);
  return [...wrong, ...stray];
}

const computed = (keys: Iterable<string>, of: (key: string) => string): Map<string, string> =>
  new Map([...keys].map((key) => [key, of(key)]));

const readJson = (root: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Catches a hash, an id or a claim that Apex, the local org and the service would write differently. */
export const signatureVectors: Check = {
  name: 'Apex tests and TypeScript hold the same signature and id vectors',
  run(root) {
    if (!existsSync(path.join(root, apexTest))) return { faults: [`${apexTest} is missing`], examined: 0 };
    const apex = readFileSync(path.join(root, apexTest), 'utf8');
    const { bodies, token } = signatures.parse(readJson(root, 'test/contracts/signature.json'));
    const hashes = new Map(bodies.map(({ body, bsh }) => [body, bsh]));
    const longIds = new Map(
      ids.parse(readJson(root, 'test/contracts/ids.json')).ids.map((each) => [each.short, each.long]),
    );
    const claims = [...Object.keys(token.claims), random].sort();
    const faults = [
      ...differences('Apex digest', hashes, constantPairs(apex, 'DIGESTS')),
      ...differences('Apex id', longIds, constantPairs(apex, 'LONG_IDS')),
      ...differences('TypeScript digest', hashes, computed(hashes.keys(), digest)),
      ...differences('TypeScript id', longIds, computed(longIds.keys(), longId)),
      ...(constantSet(apex, 'CLAIMS').sort().join() === claims.join()
        ? []
        : [`Apex claims are not ${claims.join(', ')}`]),
    ];
    return { faults, examined: hashes.size + longIds.size };
  },
};
