import type { PublishedItem } from '../../../../server/content/index.ts';
import type { Dimension, FactValue } from '../../../../server/journey/index.ts';
import type { Clause } from '../../../../server/http/clause.ts';
import type { MatchedItem, MatchResult, ShownItem } from '../../../../server/suggestions/match/index.ts';
import { dimensionsByPoints, poolSize, varietyPoints } from '../../../../server/suggestions/match/scoring.ts';
import { firstFit } from './fire.ts';
import type { Candidate, Question } from './question.ts';

const compare = (a: Candidate, b: Candidate): number => {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  if (a.score !== b.score) return b.score - a.score;
  if (a.specificity !== b.specificity) return b.specificity - a.specificity;
  const [x, y] = [a.plain.item, b.plain.item];
  if (x.reviewedOn !== y.reviewedOn) return x.reviewedOn < y.reviewedOn ? 1 : -1;
  return x.id < y.id ? -1 : 1;
};

const varied = (pool: readonly Candidate[], limit: number): readonly Candidate[] => {
  const list = pool.filter(({ pinned }) => pinned).slice(0, limit);
  const rest = pool.filter(({ pinned }) => !pinned);
  const worth = ({ plain: { item }, score }: Candidate): number => {
    const kinds = list.filter(({ plain }) => plain.item.kind === item.kind).length;
    const authors = list.filter(({ plain }) => plain.item.author.name === item.author.name).length;
    return score - kinds * varietyPoints.kind - authors * varietyPoints.author;
  };
  while (list.length < limit && rest.length > 0) {
    const worths = rest.map(worth);
    list.push(...rest.splice(worths.indexOf(Math.max(...worths)), 1));
  }
  return list;
};

const clause = (dimension: Dimension, { about, title, label }: FactValue): Clause => {
  if (dimension !== 'buyerRole') return { code: dimension, values: [label] };
  if (about === undefined) return { code: 'buyerRoleInvolved', values: [label] };
  return { code: 'buyerRole', values: [about, title ?? label] };
};

const reasons = ({ plain }: Candidate, { known, guard, effects }: Question): readonly Clause[] => {
  const own = effects.get(plain.item.id);
  const pins = own?.pins ?? [];
  const raises = own?.boosts.filter(({ rule }) => rule.points > 0) ?? [];
  const supporters = [...pins, ...raises].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const found: Clause[] = [];
  for (const dimension of dimensionsByPoints) {
    for (const conditions of [plain.tags, ...supporters.map(({ when }) => when)]) {
      const condition = conditions.find((one) => one.dimension === dimension);
      const value = condition && firstFit(known, dimension, condition.values);
      if (!value) continue;
      found.push(clause(dimension, value));
      break;
    }
  }
  if (guard !== 'none' && plain.item.nature === 'costOfInaction')
    found.push({ code: 'costOfInaction', values: [] });
  for (const { rule } of pins) found.push({ code: 'pinnedBy', values: [rule.name] });
  for (const { rule } of raises) found.push({ code: 'raisedBy', values: [rule.name] });
  return found.length > 0 ? found : [{ code: 'fitsEveryDeal', values: [] }];
};

const shownItem = (item: PublishedItem): ShownItem => ({
  id: item.id,
  version: item.version,
  kind: item.kind,
  title: item.title,
  summary: item.summary,
  audience: item.audience,
  reference: item.reference,
  language: item.language,
  nature: item.nature,
  origin: item.origin,
  author: item.author.name,
  reviewedOn: item.reviewedOn,
  reviewBy: item.reviewBy,
  minutes: item.minutes,
  link: item.link,
  userId: item.userId,
  refresherId: item.refresherId,
  openBlanks: item.openBlanks,
});

const explained = (candidate: Candidate, question: Question): MatchedItem => {
  const { item } = candidate.plain;
  const early = question.guard !== 'none' && item.nature === 'productPitch';
  return {
    item: shownItem(item),
    score: candidate.score,
    pinned: candidate.pinned,
    reasons: reasons(candidate, question),
    warnings: early ? [{ code: 'earlyForPhase', values: [] }] : [],
  };
};

/** The list a rep sees, of all candidates. */
export const listed = (candidates: Candidate[], question: Question): MatchResult => {
  const { known, viewer } = question;
  const list = varied(candidates.sort(compare).slice(0, poolSize), viewer.limit);
  const asks = dimensionsByPoints.filter(
    (dimension) =>
      !known.has(dimension) &&
      list.some(({ plain }) => plain.tags.some((tag) => tag.dimension === dimension)),
  );
  return {
    items: list.map((candidate) => explained(candidate, question)),
    asks,
  };
};
