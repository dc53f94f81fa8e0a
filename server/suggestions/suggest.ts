import type { Logger } from 'pino';
import { AppError } from '../errors.ts';
import { civilDate } from '../http/calendar.ts';
import { recordOf } from '../http/record.ts';
import type { SignedCall } from '../http/route.ts';
import { readFacts, readRowsOf } from '../journey/index.ts';
import type { RecordReaction, Store, Viewing } from '../store/index.ts';
import type { SuggestionsAnswer } from './answer.ts';
import type { Libraries } from './library/libraries.ts';
import { findVisible } from './library/library.ts';
import { isEmpty, match } from './match/index.ts';
import { noticesOf } from './notices.ts';
import { setAsideOf } from './reactions/set-aside.ts';
import { recipientsOf } from './recipients.ts';
import { type FindItem, shapeFacts, shapeStage, shapeSuggestion } from './shape.ts';

export interface SuggestParts {
  libraries: Pick<Libraries, 'get'>;
  store: Pick<Store, 'reactionsOn'>;
  now: () => Date;
  /** Told when a list goes out without the viewer's reactions. */
  onUnfiltered: () => void;
}

interface SuggestInput {
  limit: number;
  /** The publication that the viewer's own write returned. */
  publication?: number | undefined;
}

/** The viewer's reactions on this record; `undefined` when the database does not answer. */
const tryReadReactions = async (
  { store, onUnfiltered }: SuggestParts,
  viewing: Viewing,
  log: Logger,
): Promise<RecordReaction[] | undefined> => {
  try {
    return await store.reactionsOn(viewing);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'storeUnavailable') throw error;
    onUnfiltered();
    log.warn({ code: error.code }, 'Suggestions without reactions');
    return undefined;
  }
};

/**
 * What to use next on this record, and why: facts from what Apex signed, matched against what the org published, less
 * what the viewer used or sent away. Without the database the list comes unfiltered and says so.
 * @throws AppError `recordMissing`, `recordUnsupported`; `storeUnavailable` if the org's library is not in memory
 */
export const suggest = async (
  { caller, facts, input, log }: SignedCall<SuggestInput>,
  parts: SuggestParts,
): Promise<SuggestionsAnswer> => {
  const { recordId, sobject, fields } = recordOf(facts);
  const { orgId, userId, permissions, locale, timeZone } = caller;
  const [library, reactions] = await Promise.all([
    parts.libraries.get(orgId, input.publication),
    tryReadReactions(parts, { orgId, userId, recordId }, log),
  ]);
  const today = civilDate(parts.now(), timeZone);
  const { configuration, unread } = readRowsOf(library.facts, sobject, facts.selectedFields);
  const deal = readFacts(fields, configuration, today);
  const viewer = {
    limit: input.limit,
    reactions: reactions ?? [],
    perms: permissions,
    language: locale,
    today,
  };
  const { items, asks } = match(library.index, deal, viewer);
  const find: FindItem = (itemId) => findVisible(library, itemId, { permissions, today });
  const { hiddenFields, access } = facts;
  return {
    recordId,
    stage: shapeStage(deal),
    suggestions: items.map((item) => shapeSuggestion(item, find, today)),
    setAside: setAsideOf(reactions ?? [], find, today),
    facts: shapeFacts(deal, asks, { mayEdit: access.edit, hiddenFields }),
    recipients: recipientsOf(fields),
    notices: noticesOf({
      deal,
      hiddenFields,
      unread,
      libraryEmpty: isEmpty(library.index),
      reactionsRead: reactions !== undefined,
    }),
    publication: library.publication,
  };
};
