import {
  changesSince,
  eachPublished,
  type EntryName,
  factSourceKey,
  type PublishedChanges,
  type PublishedEntries,
} from '../../content/index.ts';
import { stageKey } from '../../journey/index.ts';
import type { Store } from '../../store/index.ts';
import { compileIndex, updateIndex } from '../match/index.ts';
import type { Library } from './library.ts';

/** Measured: an item in the index with what the list shows of it. */
const bytesPerEntry = 1_200;

/** Above so many changed items since the last full load, reading everything anew is quicker than carrying changes along. */
const changesAtMost = 500;

const byKey = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value> =>
  new Map(values.map((value) => [keyOf(value), value]));

/** One order for all processes, however they came by the entries. */
const inKeyOrder = <Value>(entries: ReadonlyMap<string, Value>): Map<string, Value> =>
  new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));

const ruleKey = ({ id }: { id: string }): string => id;
const rowKey = ({ recordType, stageName }: { recordType: string; stageName: string }): string =>
  stageKey(recordType, stageName);

/** What rules, stages and the fact table take; a row of the table may list thousands of words, so those are counted. */
const bytesBeside = (rules: Library['rules'], { stageMap, factSources }: Library['facts']): number =>
  (rules.size + stageMap.length) * bytesPerEntry + 2 * JSON.stringify(factSources).length;

const loadAll = async (store: Store, orgId: string): Promise<Library> => {
  const all: PublishedEntries = { items: [], rules: [], stages: [], factSources: [] };
  const publication = await eachPublished(store, orgId, (portion) => {
    all.items.push(...portion.items);
    all.rules.push(...portion.rules);
    all.stages.push(...portion.stages);
    all.factSources.push(...portion.factSources);
  });
  const rules = inKeyOrder(byKey(all.rules, ruleKey));
  const facts = {
    factSources: [...inKeyOrder(byKey(all.factSources, factSourceKey)).values()],
    stageMap: [...inKeyOrder(byKey(all.stages, rowKey)).values()],
  };
  return {
    ...{ publication, rules, facts },
    index: compileIndex({ items: all.items, rules: [...rules.values()] }),
    bytes: all.items.length * bytesPerEntry + bytesBeside(rules, facts),
  };
};

const keysOf = (retired: readonly EntryName[], kind: EntryName['kind']): string[] =>
  retired.filter((name) => name.kind === kind).map(({ key }) => key);

/** Entries as they are after changes: changed ones take the place of their former version, retired ones go. */
const merged = <Value>(
  former: ReadonlyMap<string, Value>,
  changed: ReadonlyMap<string, Value>,
  retired: readonly string[],
): ReadonlyMap<string, Value> => {
  if (changed.size + retired.length === 0) return former;
  const now = new Map([...former, ...changed]);
  for (const key of retired) now.delete(key);
  return inKeyOrder(now);
};

/** A library after a publication of a few changes. Pure. */
export const applyChanges = (former: Library, changes: PublishedChanges): Library => {
  const { retired, items } = changes;
  const { stageMap, factSources } = former.facts;
  const removedIds = keysOf(retired, 'item');
  const rules = merged(former.rules, byKey(changes.rules, ruleKey), keysOf(retired, 'rule'));
  const stages = merged(byKey(stageMap, rowKey), byKey(changes.stages, rowKey), keysOf(retired, 'stage'));
  const sources = merged(
    byKey(factSources, factSourceKey),
    byKey(changes.factSources, factSourceKey),
    keysOf(retired, 'factSource'),
  );
  const changedRules = rules === former.rules ? {} : { rules: [...rules.values()] };
  const facts = { factSources: [...sources.values()], stageMap: [...stages.values()] };
  const grown = bytesBeside(rules, facts) - bytesBeside(former.rules, former.facts);
  return {
    publication: changes.publication,
    index: updateIndex(former.index, { items, removedIds, ...changedRules }),
    rules,
    facts,
    bytes: former.bytes + items.length * bytesPerEntry + grown,
  };
};

/** What an org has published: all of it, or what changed since `former`. */
export const loadLibrary = async (
  store: Store,
  orgId: string,
  former: Library | undefined,
): Promise<Library> => {
  if (!former) return loadAll(store, orgId);
  const changes = await changesSince(store, orgId, former.publication);
  if (changes.publication < former.publication) return loadAll(store, orgId);
  const carried = former.index.changedItems.size + changes.items.length;
  return carried > changesAtMost ? loadAll(store, orgId) : applyChanges(former, changes);
};
