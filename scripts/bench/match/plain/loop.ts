import type { DealFacts } from '../../../../server/journey/index.ts';
import type { MatchResult, Viewer } from '../../../../server/suggestions/match/index.ts';
import {
  dimensionPoints,
  naturePoints,
  type PhaseGuard,
  unknownPoints,
} from '../../../../server/suggestions/match/scoring.ts';
import { effectsOf, firedRules, firstFit, type Known, knownOf } from './fire.ts';
import { listed } from './list.ts';
import type { PlainItem, PlainLibrary } from './prepare.ts';
import type { Candidate, Question } from './question.ts';

const points = new Map(dimensionPoints);

const guardOf = (known: Known): PhaseGuard => {
  const phases = known.get('phase')?.map(({ key }) => key) ?? [];
  if (!phases.includes('awareness')) return 'none';
  return phases.length > 1 ? 'unconfirmed' : 'awareness';
};

const awayItems = (library: PlainLibrary, { reactions, today }: Viewer): ReadonlySet<PlainItem> => {
  const away = new Set<PlainItem>();
  for (const { itemId, kind, showAgainOn } of reactions) {
    if (kind === 'dismissed' && showAgainOn !== undefined && showAgainOn <= today) continue;
    for (const one of library.byId.get(itemId)?.translations ?? []) away.add(one);
  }
  return away;
};

const isVisible = ({ item }: PlainItem, { today, perms }: Viewer): boolean =>
  (item.validFrom === undefined || item.validFrom <= today) &&
  (item.expiresOn === undefined || item.expiresOn >= today) &&
  (item.visibleTo.length === 0 || item.visibleTo.some((permission) => perms.includes(permission)));

/** May the item be listed, its tags apart? */
const mayAppear = (plain: PlainItem, { viewer, away, effects }: Question): boolean =>
  isVisible(plain, viewer) && !away.has(plain) && effects.get(plain.item.id)?.excluded !== true;

/** The item with its points, if it may be listed. */
const candidateOf = (plain: PlainItem, question: Question): Candidate | undefined => {
  if (!mayAppear(plain, question)) return undefined;
  const { known, guard, effects } = question;
  const own = effects.get(plain.item.id);
  const pinned = own !== undefined && own.pins.length > 0;
  let score = naturePoints[guard][plain.item.nature];
  let specificity = 0;
  for (const { dimension, values } of plain.tags) {
    if (!known.has(dimension)) score -= unknownPoints;
    else if (firstFit(known, dimension, values)) {
      score += points.get(dimension) ?? 0;
      specificity += 1;
    } else if (!pinned && !(dimension === 'phase' && plain.item.nature === 'productPitch')) return undefined;
  }
  for (const { rule } of own?.boosts ?? []) score += rule.points;
  return { plain, score, specificity, pinned };
};

const languageRank = (language: string, wanted: string): number => {
  const own = language.toLowerCase();
  const want = wanted.replaceAll('_', '-').toLowerCase();
  if (own === want) return 0;
  if (own.split('-')[0] === want.split('-')[0]) return 1;
  return own.split('-')[0] === 'en' ? 2 : 3;
};

/** The one of an item's translations that is shown to this viewer. */
const shownTranslation = (plain: PlainItem, question: Question): PlainItem | undefined =>
  plain.translations
    .filter((one) => candidateOf(one, question))
    .map((one) => ({
      one,
      rank: languageRank(one.item.language, question.viewer.language),
    }))
    .sort((a, b) => a.rank - b.rank || (a.one.item.id < b.one.item.id ? -1 : 1))[0]?.one;

/** The same answer as `match`, by going through every rule and every item. */
export const plainMatch = (library: PlainLibrary, facts: DealFacts, viewer: Viewer): MatchResult => {
  const known = knownOf(facts);
  const fired = firedRules(library, known, facts, viewer.today);
  const effects = effectsOf(fired);
  const question = {
    known,
    guard: guardOf(known),
    effects,
    away: awayItems(library, viewer),
    viewer,
  };
  const candidates: Candidate[] = [];
  for (const plain of library.items) {
    const candidate = candidateOf(plain, question);
    if (!candidate) continue;
    if (plain.translations.length === 1 || shownTranslation(plain, question) === plain)
      candidates.push(candidate);
  }
  return listed(candidates, question);
};
