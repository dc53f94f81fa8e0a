import type { DealFacts } from '../journey/index.ts';
import type { Clause } from '../http/clause.ts';

/** What a list can say about itself, with the values that its sentence names. */
export const noticeCodes = {
  /** [stage name]: the stage map has no row for it. */
  stageUnmapped: 'stageUnmapped',
  /** [stage name]: a buying stage without a recorded change decision; awareness content comes too. */
  changeDecisionMissing: 'changeDecisionMissing',
  /** [opportunity name]: an account stands where this open opportunity stands. */
  stageFromOpportunity: 'stageFromOpportunity',
  /** [opportunity name]: nothing is open; this one was won. */
  stageFromWonOpportunity: 'stageFromWonOpportunity',
  /** []: the account has neither an open nor a won opportunity. */
  noOpportunity: 'noOpportunity',
  /** [API names, joined by ", "]: fields that the viewer may not read. */
  fieldsHidden: 'fieldsHidden',
  /** [paths, joined by ", "]: the fact table names fields that the org's query does not ask for. */
  fieldsUnread: 'fieldsUnread',
  /** []: nothing was published yet. */
  libraryEmpty: 'libraryEmpty',
  /** []: the viewer's reactions could not be read; used and dismissed items are in the list. */
  reactionsMissing: 'reactionsMissing',
} as const;

export interface ListCircumstances {
  deal: DealFacts;
  hiddenFields: readonly string[];
  /** Paths of the fact table that the org does not read. */
  unread: readonly string[];
  libraryEmpty: boolean;
  reactionsRead: boolean;
}

const ofStage = ({ sobject, stage }: DealFacts): Clause[] => {
  if (!stage) return sobject === 'Account' ? [{ code: noticeCodes.noOpportunity, values: [] }] : [];
  const notices: Clause[] = [];
  if (stage.opportunity) {
    const { name, won } = stage.opportunity;
    const code = won ? noticeCodes.stageFromWonOpportunity : noticeCodes.stageFromOpportunity;
    notices.push({ code, values: [name] });
  }
  if (!stage.mapping) notices.push({ code: noticeCodes.stageUnmapped, values: [stage.stageName] });
  if (stage.changeDecision === 'missing')
    notices.push({ code: noticeCodes.changeDecisionMissing, values: [stage.stageName] });
  return notices;
};

/** The notices of a list, most important first. */
export const noticesOf = ({
  deal,
  hiddenFields,
  unread,
  libraryEmpty,
  reactionsRead,
}: ListCircumstances): Clause[] => {
  const notices: Clause[] = [];
  if (libraryEmpty) notices.push({ code: noticeCodes.libraryEmpty, values: [] });
  if (!reactionsRead) notices.push({ code: noticeCodes.reactionsMissing, values: [] });
  notices.push(...ofStage(deal));
  if (hiddenFields.length > 0)
    notices.push({ code: noticeCodes.fieldsHidden, values: [hiddenFields.join(', ')] });
  if (unread.length > 0) notices.push({ code: noticeCodes.fieldsUnread, values: [unread.join(', ')] });
  return notices;
};
