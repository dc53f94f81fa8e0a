import { type Answer, type Fact, listChange } from 'c/inspireAnswer';
import { noticeTexts } from 'c/inspireClauses';
import { fill, timeText } from 'c/inspireFormat';
import type { Problem } from 'c/inspireProblem';
import { labels, newText } from './labels';

/** What the panel knows. */
interface State {
  shown: Answer | undefined;
  pending: Answer | undefined;
  problem: Problem | undefined;
  asOf: Date;
  visible: number;
  canDecide: boolean;
}

/** What the panel shows of it. */
export interface View {
  isLoading: boolean;
  firstProblem: Problem | undefined;
  staleText: string | undefined;
  newText: string | undefined;
  isEmpty: boolean;
  emptyText: string;
  emptyQuestion: Fact | undefined;
  notices: string[];
}

/** On an opportunity the line with the stage says that the decision is missing, and takes it. */
const noticesOf = ({ notices }: Answer, canDecide: boolean): string[] =>
  noticeTexts(notices.filter(({ code }) => !canDecide || code !== 'changeDecisionMissing'));

export const viewOf = ({ shown, pending, problem, asOf, visible, canDecide }: State): View => ({
  isLoading: !shown && !problem,
  firstProblem: shown ? undefined : problem,
  staleText: shown && problem && fill(labels.stale, timeText(asOf)),
  newText: shown && pending && newText(listChange(shown, pending, visible).added),
  isEmpty: shown?.suggestions.length === 0,
  emptyText: shown?.setAside.length ? labels.emptySetAside : labels.empty,
  emptyQuestion: shown?.facts.find(({ state, fill: target }) => state === 'unknown' && target),
  notices: shown ? noticesOf(shown, canDecide) : [],
});
