import COPY_LINK from '@salesforce/label/c.Inspire_Copy_Link';
import COPY_TEXT from '@salesforce/label/c.Inspire_Copy_Text';
import MORE_REASONS from '@salesforce/label/c.Inspire_More_Reasons';
import NAMED from '@salesforce/label/c.Inspire_Named';
import REFRESHER from '@salesforce/label/c.Inspire_Refresher';
import DUE from '@salesforce/label/c.Inspire_Review_Due';
import REVIEWED from '@salesforce/label/c.Inspire_Reviewed';
import type { Suggestion } from 'c/inspireAnswer';
import { becauseText, reasonTexts, warningTexts } from 'c/inspireClauses';
import { countText, dayText, fill, minutesText } from 'c/inspireFormat';
import { audiences, kinds, notShareable, references } from './names';

/** "Ute Klein · reviewed Mar 12 · 4 min · Ask before you name the customer" */
const metaOf = ({ author, freshness, reviewedOn, minutes, reference }: Suggestion, now: Date): string => {
  const reviewed = fill(freshness === 'due' ? DUE : REVIEWED, dayText(reviewedOn, now));
  const parts = [author, reviewed, minutes && minutesText(minutes), reference && references[reference]];
  return parts.filter(Boolean).join(' · ');
};

/** Everything that a tile says, as text. `now` decides whether dates name their year. */
export function tileText(suggestion: Suggestion, now: Date) {
  const { reasons, warnings, refresher, link } = suggestion;
  const { label: kind, icon } = kinds[suggestion.kind];
  const warning = warningTexts(warnings).join(' ');
  const moreReasons = reasonTexts(reasons.slice(2));
  return {
    icon,
    kind,
    audience: audiences[suggestion.audience],
    because: becauseText(reasons.slice(0, 2)),
    moreReasons,
    moreReasonsLabel: fill(MORE_REASONS, countText(moreReasons.length)),
    meta: metaOf(suggestion, now),
    refresher: refresher && fill(REFRESHER, refresher.title),
    /** Stands in the way until the rep says "use anyway". */
    warning: warning && fill(NAMED, kind, warning),
    notShareable: suggestion.notShareable && notShareable[suggestion.notShareable],
    copy: link === undefined ? 'text' : 'link',
    copyLabel: link === undefined ? COPY_TEXT : COPY_LINK,
  };
}

export type TileText = ReturnType<typeof tileText>;
