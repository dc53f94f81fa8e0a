import ASKS from '@salesforce/label/c.Inspire_Cadence_Asks';
import KEEP from '@salesforce/label/c.Inspire_Cadence_Keep';
import NONE_OFFERED from '@salesforce/label/c.Inspire_Cadence_None_Offered';
import ALL_ENDED from '@salesforce/label/c.Inspire_Touch_All_Ended';
import EMPTY from '@salesforce/label/c.Inspire_Touch_Empty';
import HOW from '@salesforce/label/c.Inspire_Touch_How_Did_It_Go';
import MAY_NOT_ACT from '@salesforce/label/c.Inspire_Touch_May_Not_Act';
import NOTHING_NOW from '@salesforce/label/c.Inspire_Touch_Nothing_Now';
import NOTHING_NOW_NEXT from '@salesforce/label/c.Inspire_Touch_Nothing_Now_Next';
import STOP from '@salesforce/label/c.Inspire_Touch_Stop';
import type { Entry } from 'c/inspireEntries';
import { countText, fill } from 'c/inspireFormat';
import type { Enrollment, Outcome, Touchpoint, TouchpointsAnswer } from 'c/inspireTouchpointAnswer';
import { acts } from 'c/inspireTouchpointCalls';
import { noticeTexts, reasonText } from 'c/inspireTouchpointClauses';
import { dayWords, isOpen, outcomeName } from 'c/inspireTouchpointWords';
import { labels } from './labels';

/** What the panel knows. */
interface State {
  answer: TouchpointsAnswer;
  /** The step that the rep chose instead of the next one. */
  chosenId: string | undefined;
  /** What was just done here. */
  justDoneId: string | undefined;
}

/** What the panel shows of it. */
export interface View {
  /** One or none; in a list so that another step is another tile, without the open form of the last one. */
  steps: { touchpoint: Touchpoint; isChosen: boolean }[];
  /** Nothing waits for an answer. */
  questions: Entry[];
  isEmpty: boolean;
  idleText: string | undefined;
  cadencesHeading: string;
  notices: string[];
}

const stepsOf = ({ touchpoints, nextId }: TouchpointsAnswer, chosenId: string | undefined) => {
  const open = touchpoints.filter(isOpen);
  const withId = (id: string | undefined) => open.find(({ touchpointId }) => touchpointId === id);
  const touchpoint = withId(chosenId) ?? withId(nextId);
  return touchpoint ? [{ touchpoint, isChosen: touchpoint.touchpointId !== nextId }] : [];
};

/** Where people talked, how it went is worth a tap; otherwise only where a later step depends on it. */
const asks = ({ channel, asksOutcome }: Touchpoint): boolean =>
  asksOutcome || channel === 'call' || channel === 'meeting';

const outcomes: Outcome[] = ['positive', 'negative', 'neutral'];

const outcomeQuestion = ({ touchpointId, name }: Touchpoint): Entry => ({
  key: touchpointId,
  title: fill(HOW, name),
  lines: [],
  actions: outcomes.map((outcome) => ({
    key: outcome,
    label: outcomeName(outcome),
    want: acts({ kind: 'sayOutcome', touchpointId, outcome }),
  })),
});

/** The deal left the stages of a cadence. */
const stageQuestion = ({ enrollmentId, title, asks: about }: Enrollment): Entry[] =>
  about === undefined
    ? []
    : [
        {
          key: enrollmentId,
          title: fill(ASKS, about.stageName, title),
          lines: [],
          actions: [
            { key: 'keep', label: KEEP, want: acts({ kind: 'keep', enrollmentId }) },
            { key: 'stop', label: STOP, want: acts({ kind: 'stop', reason: 'dealChanged', enrollmentId }) },
          ],
        },
      ];

function questionsOf({ touchpoints, enrollments }: TouchpointsAnswer, justDoneId: string | undefined) {
  const done = touchpoints.filter(({ state, outcome }) => state === 'done' && outcome === undefined);
  const asked =
    done.find((touchpoint) => touchpoint.touchpointId === justDoneId && asks(touchpoint)) ??
    done.find(({ asksOutcome }) => asksOutcome);
  return [...(asked ? [outcomeQuestion(asked)] : []), ...enrollments.flatMap(stageQuestion)];
}

const isUntouched = ({ touchpoints, enrollments }: TouchpointsAnswer): boolean =>
  touchpoints.length === 0 && enrollments.length === 0;

/** Why there is no next step, and what comes or can be begun. */
function idleText(answer: TouchpointsAnswer): string {
  const { touchpoints, offered, today } = answer;
  if (isUntouched(answer)) return offered.length > 0 ? EMPTY : NONE_OFFERED;
  const open = touchpoints.filter(isOpen);
  const coming = open.find(({ state, dueOn }) => state === 'planned' && dueOn !== undefined);
  if (coming?.dueOn) return fill(NOTHING_NOW_NEXT, coming.name, dayWords(coming.dueOn, today));
  const reason = open.find((touchpoint) => touchpoint.reason)?.reason;
  if (reason) return `${NOTHING_NOW} ${reasonText(reason, today)}`;
  return open.length > 0 ? NOTHING_NOW : ALL_ENDED;
}

export function viewOf({ answer, chosenId, justDoneId }: State): View {
  const { enrollments, mayAct, notices, today } = answer;
  const steps = stepsOf(answer, chosenId);
  return {
    steps,
    questions: mayAct ? questionsOf(answer, justDoneId) : [],
    isEmpty: isUntouched(answer),
    idleText: steps.length > 0 ? undefined : idleText(answer),
    cadencesHeading: fill(labels.cadences, countText(enrollments.length)),
    notices: [...(mayAct ? [] : [MAY_NOT_ACT]), ...noticeTexts(notices, today)],
  };
}

const orderOf = ({ nextId, touchpoints }: TouchpointsAnswer): string =>
  [nextId, ...touchpoints.map(({ touchpointId, state }) => `${touchpointId} ${state}`)].join();

/** Would showing `after` move anything that the rep may be looking at? */
export const moves = (before: TouchpointsAnswer, after: TouchpointsAnswer): boolean =>
  orderOf(before) !== orderOf(after);
