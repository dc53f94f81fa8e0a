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
import { bytesOfIndex, indexBuilder, type MatchIndex, updateIndex } from '../match/index.ts';
import type { Library } from './library.ts';

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

/** What the index takes; stages and rows of the fact table, which may list thousands of words, by the length of their JSON. */
const bytesOf = (index: MatchIndex, facts: Library['facts']): number =>
  bytesOfIndex(index) + 2 * JSON.stringify(facts).length;

const loadAll = async (store: Store, orgId: string): Promise<Library> => {
  const builder = indexBuilder();
  const rest: Omit<PublishedEntries, 'items'> = { rules: [], stages: [], factSources: [] };
  const publication = await eachPublished(store, orgId, ({ items, rules, stages, factSources }) => {
    for (const item of items) builder.add(item);
    rest.rules.push(...rules);
    rest.stages.push(...stages);
    rest.factSources.push(...factSources);
  });
  const rules = inKeyOrder(byKey(rest.rules, ruleKey));
  const facts = {
    factSources: [...inKeyOrder(byKey(rest.factSources, factSourceKey)).values()],
    stageMap: [...inKeyOrder(byKey(rest.stages, rowKey)).values()],
  };
  const index = builder.finish([...rules.values()]);
  return {
    ...{ publication, rules, facts, index },
    bytes: bytesOf(index, facts),
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
  const index = updateIndex(former.index, { items, removedIds, ...changedRules });
  return { publication: changes.publication, index, rules, facts, bytes: bytesOf(index, facts) };
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
