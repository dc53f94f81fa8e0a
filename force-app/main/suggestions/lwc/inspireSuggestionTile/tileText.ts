import FRESH from '@salesforce/label/c.Inspire_Reviewed';
import DUE from '@salesforce/label/c.Inspire_Review_Due';
import MORE_REASONS from '@salesforce/label/c.Inspire_More_Reasons';
import REFRESHER from '@salesforce/label/c.Inspire_Refresher';
import REFRESHER_MINUTES from '@salesforce/label/c.Inspire_Refresher_Minutes';
import WARNING from '@salesforce/label/c.Inspire_Warning';
import type { Suggestion } from 'c/inspireAnswer';
import { becauseText, reasonTexts, warningTexts } from 'c/inspireClauses';
import { dayText, fill, minutesText } from 'c/inspireFormat';
import { audiences, kinds, notShareable } from './names';

/** The one warning that stands in the way until the rep says "use anyway". */
const guardCode = 'earlyForPhase';

const metaOf = (suggestion: Suggestion, now: Date): string[] => [
  suggestion.author,
  fill(suggestion.freshness === 'due' ? DUE : FRESH, dayText(suggestion.reviewedOn, now)),
  ...(suggestion.minutes === undefined ? [] : [minutesText(suggestion.minutes)]),
];

const refresherOf = ({ refresher }: Suggestion): string | undefined => {
  if (refresher === undefined) return undefined;
  const { title, minutes } = refresher;
  return minutes === undefined ? fill(REFRESHER, title) : fill(REFRESHER_MINUTES, title, minutesText(minutes));
};

const isGuard = ({ code }: { code: string }) => code === guardCode;

/** Everything that a tile says, as text. `now` decides whether dates name their year. */
export function tileText(suggestion: Suggestion, now: Date) {
  const { reasons, warnings, kind, title } = suggestion;
  const [guard] = warningTexts(warnings.filter(isGuard));
  const rest = reasonTexts(reasons.slice(2));
  return {
    icon: kinds[kind].icon,
    kind: kinds[kind].label,
    audience: audiences[suggestion.audience],
    because: becauseText(reasons.slice(0, 2)),
    moreReasons: rest,
    moreReasonsLabel: rest.length === 0 ? undefined : fill(MORE_REASONS, String(rest.length)),
    meta: metaOf(suggestion, now).join(' · '),
    refresher: refresherOf(suggestion),
    guard: guard === undefined ? undefined : fill(WARNING, kinds[kind].label, guard),
    warnings: warningTexts(warnings.filter((warning) => !isGuard(warning))),
    notShareable: suggestion.notShareable && notShareable[suggestion.notShareable],
    openTitle: title,
  };
}

export type TileText = ReturnType<typeof tileText>;
