/** The answers about touchpoints, as the panels read them. A test holds them to the service's schemas. */
export interface Clause {
  code: string;
  values: string[];
}

export type Channel = 'email' | 'call' | 'meeting' | 'other';

export type Outcome = 'positive' | 'negative' | 'neutral';

/** What dates are counted from. */
export type Anchor =
  'stageEntry' | 'closeDate' | 'delivery' | 'contractEnd' | 'assetEnd' | 'competitorTermEnd' | 'anniversary';

type LifeCycle = 'opportunity' | 'qualify' | 'salesProcess' | 'transaction' | 'management' | 'upgrade';

/** A running or ended cadence. Days are civil dates. */
export interface Enrollment {
  enrollmentId: string;
  cadenceId: string;
  title: string;
  lifeCycle: LifeCycle;
  aim: string;
  outcome: string;
  state: 'active' | 'paused' | 'stopped' | 'completed';
  reason?: Clause | undefined;
  startedOn: string;
  startedBy: 'rep' | 'stage' | 'rule' | 'flow';
  /** The deal left the stages of the cadence: does it go on? */
  asks?: { stageName: string } | undefined;
  /** Above 1 the deal went back, or somebody new joined. */
  iteration: number;
}

export interface TouchpointContent {
  itemId: string;
  title: string;
  summary: string;
  link?: string | undefined;
  shareable: boolean;
}

export interface Touchpoint {
  touchpointId: string;
  enrollmentId: string;
  name: string;
  channel: Channel;
  objective: string;
  purpose: string;
  talkingPoints: string[];
  dontSay: string;
  state: 'current' | 'planned' | 'held' | 'done' | 'skipped' | 'cancelled' | 'notTaken';
  /** Civil day: when it is due, or when it ended. */
  dueOn?: string | undefined;
  /** First instant of that day at which it can happen. */
  at?: string | undefined;
  isOverdue: boolean;
  isPinned: boolean;
  reason?: Clause | undefined;
  conflicts: Clause[];
  contact?: { contactId: string; name: string; email?: string | undefined } | undefined;
  owner: { ownerId: string; name?: string | undefined; isViewer: boolean };
  taskId?: string | undefined;
  emailFound: boolean;
  outcome?: Outcome | undefined;
  asksOutcome: boolean;
  content: TouchpointContent[];
}

export interface OfferedCadence {
  cadenceId: string;
  title: string;
  aim: string;
  outcome: string;
  lifeCycle: LifeCycle;
  steps: number;
  stagePolicy: 'cancel' | 'keep' | 'ask';
  /** Made for where the record stands now. */
  fits: boolean;
  missingAnchors: Anchor[];
}

/** Touchpoints of a record; `today` is the viewer's civil day. */
export interface TouchpointsAnswer {
  recordId: string;
  today: string;
  nextId?: string | undefined;
  enrollments: Enrollment[];
  touchpoints: Touchpoint[];
  offered: OfferedCadence[];
  mayAct: boolean;
  notices: Clause[];
}

/** One step as it would be dated. */
export interface PreviewStep {
  name: string;
  channel: Channel;
  before?: string | undefined;
  after?: string | undefined;
  reason?: Clause | undefined;
  conflicts: Clause[];
}

export interface PreviewAnswer {
  title: string;
  steps: PreviewStep[];
}

export interface TodayTouchpoint {
  touchpointId: string;
  recordId: string;
  sobject: 'Opportunity' | 'Account';
  name: string;
  channel: Channel;
  objective: string;
  dueOn: string;
  at?: string | undefined;
  isOverdue: boolean;
  contactId?: string | undefined;
}

export interface Absence {
  absenceId: string;
  from: string;
  to: string;
}

/** What is due across the viewer's records, and when they are away. */
export interface TodayAnswer {
  today: string;
  touchpoints: TodayTouchpoint[];
  more: number;
  absences: Absence[];
}

export type PlanAnchor = 'contractEnd' | 'assetEnd' | 'competitorTermEnd' | 'anniversary';

/** A date that counts; without `on` it is not known. */
export interface PlanDate {
  anchor: PlanAnchor;
  on?: string | undefined;
}

/** What is coming up on an account. */
export interface AccountPlan {
  recordId: string;
  today: string;
  dates: PlanDate[];
  mayAct: boolean;
}
