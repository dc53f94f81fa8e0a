import type { Cadence, CadenceStep } from '../../cadences/index.ts';
import type { CadenceVersion } from '../../content/index.ts';
import type { TouchpointsAnswer } from '../answer.ts';
import type { Users } from '../engine/people.ts';
import { type Enrollment, isRunning, type Touchpoint } from '../enrollments/rows.ts';
import type { ShownContent } from '../parts.ts';
import { holds, type RecordSnapshot } from '../record/snapshot.ts';
import { type People, withNames } from './people.ts';

/** What the answer needs beside the rows. */
export interface Viewing {
  today: string;
  userId: string;
  users: Users;
  people: People;
  /** Touchpoints of which a mail was found. */
  mailsFound: ReadonlySet<string>;
  content: (itemIds: readonly string[]) => ShownContent[];
}

type Shown = TouchpointsAnswer['touchpoints'][number];

const ownerOf = ({ owner_id: ownerId }: Touchpoint, { users, userId }: Viewing): Shown['owner'] => ({
  ownerId: ownerId ?? '',
  name: users.get(ownerId ?? '')?.name ?? undefined,
  isViewer: ownerId === userId,
});

const contactOf = ({ contact_id: contactId }: Touchpoint, { people }: Viewing): Shown['contact'] => {
  const person = people.get(contactId ?? '');
  return person && contactId !== null ? { contactId, name: person.name, email: person.email } : undefined;
};

/** A later step hangs on how this one went. */
const decides = ({ steps }: Cadence, { id }: CadenceStep): boolean =>
  steps.some(({ onlyIf }) => onlyIf.some(({ stepId }) => stepId === id));

const isGone = (step: CadenceStep, content: readonly ShownContent[]): Shown['reason'] =>
  step.contentIds.length > 0 && content.length === 0
    ? { code: 'contentGone', values: [step.contentIds[0] ?? ''] }
    : undefined;

export const shapeTouchpoint = (
  touchpoint: Touchpoint,
  cadence: Cadence,
  step: CadenceStep,
  viewing: Viewing,
): Shown => {
  const { state, due_on: due, ended_on: ended, at, reason, outcome } = touchpoint;
  const content = viewing.content(step.contentIds);
  const { name, channel, objective, purpose, talkingPoints, dontSay } = step;
  return {
    ...{ touchpointId: touchpoint.id, enrollmentId: touchpoint.enrollment_id, state },
    ...{ name, channel, objective, purpose, talkingPoints: [...talkingPoints], dontSay },
    dueOn: ended ?? due ?? undefined,
    at: at ?? undefined,
    isOverdue: state === 'current' && due !== null && due < viewing.today,
    isPinned: touchpoint.pinned_on !== null,
    reason: withNames(reason, viewing.people) ?? (state === 'current' ? isGone(step, content) : undefined),
    conflicts: touchpoint.conflicts,
    contact: contactOf(touchpoint, viewing),
    owner: ownerOf(touchpoint, viewing),
    taskId: touchpoint.task_id ?? undefined,
    emailFound: viewing.mailsFound.has(touchpoint.id),
    outcome: outcome ?? undefined,
    asksOutcome: state === 'done' && outcome === null && decides(cadence, step),
    content,
  };
};

export const shapeEnrollment = (
  enrollment: Enrollment,
  cadence: Cadence,
): TouchpointsAnswer['enrollments'][number] => {
  const { asks, reason, state } = enrollment;
  return {
    ...{
      enrollmentId: enrollment.id,
      cadenceId: cadence.id,
      title: cadence.title,
      lifeCycle: cadence.lifeCycle,
    },
    ...{ aim: cadence.aim, outcome: cadence.outcome, state, reason: reason ?? undefined },
    ...{
      startedOn: enrollment.started_on,
      startedBy: enrollment.started_by,
      iteration: enrollment.iteration,
    },
    asks: asks && !asks.keeps && state === 'active' ? { stageName: asks.stageName } : undefined,
  };
};

const fits = ({ start, when }: Cadence, record: RecordSnapshot): boolean =>
  start.on === 'stageEntry' &&
  start.stages.some((stage) => record.stageKeys.includes(stage)) &&
  holds(when, record);

/** What can be begun on a record: made for its kind, not withdrawn, not running on it. */
export const shapeOffered = (
  cadences: readonly CadenceVersion[],
  enrollments: readonly Enrollment[],
  sobject: Cadence['sobject'],
  record: RecordSnapshot,
): TouchpointsAnswer['offered'] => {
  const running = new Set(enrollments.filter(isRunning).map(({ cadence_key: key }) => key));
  return cadences
    .filter(({ cadence, retired }) => !retired && cadence.sobject === sobject && !running.has(cadence.id))
    .map(({ cadence }) => {
      const { id: cadenceId, title, aim, outcome, lifeCycle, stagePolicy, steps } = cadence;
      const needed = new Set(steps.map(({ anchor }) => anchor).filter((anchor) => anchor !== 'stageEntry'));
      const missingAnchors = [...needed].filter((anchor) => record.anchors[anchor] === undefined);
      const offered = {
        cadenceId,
        title,
        aim,
        outcome,
        lifeCycle,
        stagePolicy,
        steps: steps.length,
        missingAnchors,
      };
      return { ...offered, fits: fits(cadence, record) };
    })
    .toSorted((one, other) => Number(other.fits) - Number(one.fits));
};

/** As much of a touchpoint as its turn depends on. */
type Turn = Pick<Shown, 'touchpointId' | 'state' | 'dueOn' | 'at'>;

const dayOf = ({ dueOn }: Turn): string => dueOn ?? '9999-12-31';

/** By day, then by hour; those without a day at the end. */
export const inTurn = (one: Turn, other: Turn): number =>
  dayOf(one).localeCompare(dayOf(other)) || (one.at ?? '').localeCompare(other.at ?? '');

/** The one next step: what is current, else what waits, else what is planned. Touchpoints come in turn. */
export const nextOf = (touchpoints: readonly Turn[]): string | undefined =>
  (['current', 'held', 'planned'] as const)
    .flatMap(
      (state) =>
        touchpoints.find((each) => each.state === state && (state === 'current' || each.dueOn)) ?? [],
    )
    .at(0)?.touchpointId;
