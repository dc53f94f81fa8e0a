import {
  type DealFacts,
  type Dimension,
  factKey,
  type FactValue,
} from "../../journey/index.ts";
import type { Clause } from "../answer.ts";
import type { ContentMapping } from "../content-mapping.ts";
import { dimensionClause, isAwareness } from "./reasons.ts";
import {
  dimensionPoints,
  dimensionsByPoints,
  naturePoints,
  poolSize,
  unknownPoints,
  varietyPoints,
} from "./scoring.ts";
import { shownItem } from "./shown.ts";
import type {
  MatchConfiguration,
  MatchedItem,
  MatchResult,
  PublishedItem,
  Viewer,
} from "./types.ts";

/** Tags as sets of comparable values, made once. */
type Conditions = readonly {
  readonly dimension: Dimension;
  readonly values: ReadonlySet<string>;
}[];
type PlainItem = { readonly item: PublishedItem; readonly tags: Conditions };
type PlainRule = {
  readonly rule: ContentMapping;
  readonly when: Conditions;
  readonly targets: ReadonlySet<string>;
};
export type MatchIndex = {
  readonly items: readonly PlainItem[];
  readonly rules: readonly PlainRule[];
  readonly groups: ReadonlyMap<string, readonly PlainItem[]>;
};

const conditions = (tags: PublishedItem["tags"]): Conditions =>
  dimensionsByPoints.flatMap((dimension) => {
    const values = tags[dimension] ?? [];
    return values.length > 0
      ? [{ dimension, values: new Set(values.map(factKey)) }]
      : [];
  });

export const compileIndex = ({
  items,
  rules,
}: MatchConfiguration): MatchIndex => {
  const plain = items
    .filter((item) => !item.retired)
    .map((item) => ({ item, tags: conditions(item.tags) }));
  const groups = Map.groupBy(
    plain,
    ({ item }) => item.translationGroup ?? `item:${item.id}`,
  );
  const members = new Map(
    plain.map(({ item }) => [
      item.id,
      groups.get(item.translationGroup ?? `item:${item.id}`),
    ]),
  );
  const idsLike = (id: string) =>
    (members.get(id) ?? []).map(({ item }) => item.id);
  return {
    items: plain,
    rules: rules.map((rule) => ({
      rule,
      when: conditions(rule.when),
      targets: new Set(rule.itemIds.flatMap(idsLike)),
    })),
    groups,
  };
};

type Known = ReadonlyMap<
  Dimension,
  readonly { readonly key: string; readonly value: FactValue }[]
>;

const knownOf = (facts: DealFacts): Known =>
  new Map(
    dimensionsByPoints.flatMap((dimension) => {
      const { values } = facts.dimensions[dimension];
      return values.length > 0
        ? [
            [
              dimension,
              values.map((value) => ({ key: factKey(value.value), value })),
            ] as const,
          ]
        : [];
    }),
  );

const fits = (
  known: Known,
  dimension: Dimension,
  values: ReadonlySet<string>,
): FactValue | undefined =>
  known.get(dimension)?.find(({ key }) => values.has(key))?.value;

const fires = (
  { rule, when }: PlainRule,
  known: Known,
  facts: DealFacts,
  today: string,
): boolean => {
  if ((rule.validFrom ?? today) > today || (rule.validTo ?? today) < today)
    return false;
  const holds = when.every(
    ({ dimension, values }) => fits(known, dimension, values) !== undefined,
  );
  return (
    holds &&
    Object.entries(rule.ranges).every(([name, range]) => {
      const value = Object.entries(facts.numbers).find(
        ([key]) => key === name,
      )?.[1];
      return (
        value !== undefined &&
        value >= (range.min ?? -Infinity) &&
        value <= (range.max ?? Infinity)
      );
    })
  );
};

type Effects = {
  readonly pins: PlainRule[];
  readonly boosts: PlainRule[];
  excluded: boolean;
};

const effectsOf = (
  fired: readonly PlainRule[],
): ReadonlyMap<string, Effects> => {
  const effects = new Map<string, Effects>();
  for (const rule of fired) {
    for (const id of rule.targets) {
      const own = effects.get(id) ?? { pins: [], boosts: [], excluded: false };
      if (rule.rule.effect === "pin") own.pins.push(rule);
      if (rule.rule.effect === "boost") own.boosts.push(rule);
      if (rule.rule.effect === "exclude") own.excluded = true;
      effects.set(id, own);
    }
  }
  return effects;
};

const mayAppear = (
  { item }: PlainItem,
  viewer: Viewer,
  away: ReadonlySet<string>,
): boolean =>
  (item.validFrom ?? viewer.today) <= viewer.today &&
  (item.expiresOn ?? viewer.today) >= viewer.today &&
  (item.visibleTo.length === 0 ||
    item.visibleTo.some((permission) => viewer.perms.includes(permission))) &&
  !away.has(item.translationGroup ?? `item:${item.id}`);

const languageRank = (language: string, wanted: string): number => {
  const [own, want] = [
    language.toLowerCase(),
    wanted.replace("_", "-").toLowerCase(),
  ];
  const primary = (tag: string) => tag.split("-")[0];
  if (own === want) return 0;
  if (primary(own) === primary(want)) return 1;
  return primary(own) === "en" ? 2 : 3;
};

type Candidate = {
  readonly plain: PlainItem;
  readonly score: number;
  readonly pinned: boolean;
  readonly matched: ReadonlyMap<Dimension, FactValue>;
  readonly effects: Effects | undefined;
};

const candidate = (
  plain: PlainItem,
  known: Known,
  awareness: boolean,
  effects: Effects | undefined,
): Candidate | undefined => {
  const pinned = (effects?.pins.length ?? 0) > 0;
  const matched = new Map<Dimension, FactValue>();
  let score = awareness ? naturePoints[plain.item.nature] : 0;
  for (const { dimension, values } of plain.tags) {
    const value = fits(known, dimension, values);
    if (value) {
      matched.set(dimension, value);
      score += dimensionPoints[dimension];
    } else if (!known.has(dimension)) score -= unknownPoints;
    else if (
      !pinned &&
      !(dimension === "phase" && plain.item.nature === "productPitch")
    )
      return undefined;
  }
  for (const { rule } of effects?.boosts ?? []) score += rule.points;
  return effects?.excluded
    ? undefined
    : { plain, score, pinned, matched, effects };
};

const compare = (a: Candidate, b: Candidate): number => {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  if (a.score !== b.score) return b.score - a.score;
  if (a.matched.size !== b.matched.size) return b.matched.size - a.matched.size;
  const [x, y] = [a.plain.item, b.plain.item];
  if (x.reviewedOn !== y.reviewedOn)
    return x.reviewedOn < y.reviewedOn ? 1 : -1;
  return x.id < y.id ? -1 : 1;
};

/** Pinned ones as they are, then place by place the best of what is left, less for what the list already has. */
const varied = (
  pool: readonly Candidate[],
  limit: number,
): readonly Candidate[] => {
  const list = pool.filter(({ pinned }) => pinned).slice(0, limit);
  const rest = pool.filter(({ pinned }) => !pinned);
  while (list.length < limit && rest.length > 0) {
    const worth = ({ plain, score }: Candidate) =>
      score -
      varietyPoints.kind *
        list.filter((other) => other.plain.item.kind === plain.item.kind)
          .length -
      varietyPoints.author *
        list.filter(
          (other) => other.plain.item.author.name === plain.item.author.name,
        ).length;
    const best = rest.reduce((one, other) =>
      worth(other) > worth(one) ? other : one,
    );
    list.push(...rest.splice(rest.indexOf(best), 1));
  }
  return list;
};

const explained = (
  { plain, score, pinned, matched, effects }: Candidate,
  known: Known,
  awareness: boolean,
) => {
  const named = new Map<Dimension, FactValue>(matched);
  const raised = effects?.boosts.filter(({ rule }) => rule.points > 0) ?? [];
  for (const { when } of [...(effects?.pins ?? []), ...raised]) {
    for (const { dimension, values } of when) {
      const value = fits(known, dimension, values);
      if (value && !named.has(dimension)) named.set(dimension, value);
    }
  }
  const reasons: Clause[] = dimensionsByPoints.flatMap((dimension) => {
    const value = named.get(dimension);
    return value ? [dimensionClause(dimension, value)] : [];
  });
  if (awareness && plain.item.nature === "costOfInaction")
    reasons.push({ code: "costOfInaction", values: [] });
  for (const { rule } of effects?.pins ?? [])
    reasons.push({ code: "pinnedBy", values: [rule.name] });
  for (const { rule } of raised)
    reasons.push({ code: "raisedBy", values: [rule.name] });
  if (reasons.length === 0) reasons.push({ code: "fitsEveryDeal", values: [] });
  const early = awareness && plain.item.nature === "productPitch";
  const warnings: Clause[] = early
    ? [{ code: "earlyForPhase", values: [] }]
    : [];
  return {
    item: shownItem(plain.item),
    score,
    pinned,
    reasons,
    warnings,
  } satisfies MatchedItem;
};

const awayGroups = (index: MatchIndex, viewer: Viewer): ReadonlySet<string> => {
  const away = viewer.reactions.filter(
    ({ kind, showAgainOn }) =>
      kind !== "dismissed" ||
      showAgainOn === undefined ||
      showAgainOn > viewer.today,
  );
  const ids = new Set(away.map(({ itemId }) => itemId));
  return new Set(
    index.items
      .filter(({ item }) => ids.has(item.id))
      .map(({ item }) => item.translationGroup ?? `item:${item.id}`),
  );
};

export const match = (
  index: MatchIndex,
  facts: DealFacts,
  viewer: Viewer,
): MatchResult => {
  const known = knownOf(facts);
  const awareness = isAwareness(facts);
  const effects = effectsOf(
    index.rules.filter((rule) => fires(rule, known, facts, viewer.today)),
  );
  const away = awayGroups(index, viewer);
  const candidates: Candidate[] = [];
  for (const members of index.groups.values()) {
    const fitting = members
      .filter((member) => mayAppear(member, viewer, away))
      .flatMap(
        (member) =>
          candidate(member, known, awareness, effects.get(member.item.id)) ??
          [],
      );
    const rank = (one: Candidate) =>
      languageRank(one.plain.item.language, viewer.language);
    const [first] = fitting.toSorted(
      (a, b) =>
        rank(a) - rank(b) || (a.plain.item.id < b.plain.item.id ? -1 : 1),
    );
    if (first) candidates.push(first);
  }
  const pool = candidates.toSorted(compare).slice(0, poolSize);
  const list = varied(pool, viewer.limit);
  const asks = dimensionsByPoints.filter(
    (dimension) =>
      !known.has(dimension) &&
      list.some(({ plain }) =>
        plain.tags.some((tag) => tag.dimension === dimension),
      ),
  );
  return { items: list.map((one) => explained(one, known, awareness)), asks };
};
