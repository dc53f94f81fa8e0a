import COPY_LINK from '@salesforce/label/c.Inspire_Copy_Link';
import COPY_TEXT from '@salesforce/label/c.Inspire_Copy_Text';
import MORE_REASONS from '@salesforce/label/c.Inspire_More_Reasons';
import REFRESHER from '@salesforce/label/c.Inspire_Refresher';
import DUE from '@salesforce/label/c.Inspire_Review_Due';
import REVIEWED from '@salesforce/label/c.Inspire_Reviewed';
import WARNING from '@salesforce/label/c.Inspire_Warning';
import type { Suggestion } from 'c/inspireAnswer';
import { becauseText, reasonTexts, warningTexts } from 'c/inspireClauses';
import { countText, dayText, fill, minutesText } from 'c/inspireFormat';
import { audiences, kinds, notShareable } from './names';

/** The one warning that stands in the way until the rep says "use anyway". */
const isGuard = ({ code }: { code: string }) => code === 'earlyForPhase';

const withMinutes = (text: string, minutes: number | undefined) =>
  minutes === undefined ? text : `${text} · ${minutesText(minutes)}`;

const metaOf = ({ author, freshness, reviewedOn, minutes }: Suggestion, now: Date): string =>
  withMinutes(`${author} · ${fill(freshness === 'due' ? DUE : REVIEWED, dayText(reviewedOn, now))}`, minutes);

/** Everything that a tile says, as text. `now` decides whether dates name their year. */
export function tileText(suggestion: Suggestion, now: Date) {
  const { reasons, warnings, refresher, link } = suggestion;
  const { label: kind, icon } = kinds[suggestion.kind];
  const [guard] = warningTexts(warnings.filter(isGuard));
  const moreReasons = reasonTexts(reasons.slice(2));
  return {
    icon,
    kind,
    audience: audiences[suggestion.audience],
    because: becauseText(reasons.slice(0, 2)),
    moreReasons,
    moreReasonsLabel: fill(MORE_REASONS, countText(moreReasons.length)),
    meta: metaOf(suggestion, now),
    refresher: refresher && withMinutes(fill(REFRESHER, refresher.title), refresher.minutes),
    guard: guard && fill(WARNING, kind, guard),
    warnings: warningTexts(warnings.filter((warning) => !isGuard(warning))),
    notShareable: suggestion.notShareable && notShareable[suggestion.notShareable],
    copy: link === undefined ? 'text' : 'link',
    copyLabel: link === undefined ? COPY_TEXT : COPY_LINK,
  };
}

export type TileText = ReturnType<typeof tileText>;
