import type { Looked, Observations, OrgObservations } from './observations.ts';

/** A value of a finding's sentence; numbers, days and shares are written in the reader's locale. */
export type FindingValue = string | number | { day: string } | { share: number } | { list: string[] };

/** What was looked at, in the order in which it is put right. */
export const checkNames = [
  'certificate',
  'secondFactor',
  'credential',
  'clock',
  'permissionSets',
  'integrationUser',
  'fields',
  'access',
  'hierarchy',
  'mailCapture',
] as const;

export type CheckName = (typeof checkNames)[number];

/** `unknown`: it could not be looked up. */
export const findingStates = ['ok', 'warning', 'missing', 'unknown'] as const;

const codes = {
  certificateCounts: 'ok',
  certificateExpires: 'warning',
  certificateMissing: 'missing',
  secondFactorSet: 'ok',
  secondFactorMissing: 'missing',
  credentialWorks: 'ok',
  credentialRefused: 'missing',
  notConnected: 'missing',
  secretKeyMissing: 'missing',
  clockRight: 'ok',
  clockWrong: 'missing',
  permissionSetsAssigned: 'ok',
  adminMissing: 'warning',
  nobodyAssigned: 'missing',
  integrationUserSet: 'ok',
  integrationUserUnset: 'warning',
  fieldsThere: 'ok',
  fieldsHidden: 'missing',
  seesAll: 'ok',
  seesPart: 'missing',
  hierarchyFilled: 'ok',
  hierarchyGaps: 'warning',
  hierarchyMissing: 'missing',
  mailCaptured: 'ok',
  mailGaps: 'warning',
  mailNotMeasured: 'unknown',
  notLookedUp: 'unknown',
} as const satisfies Record<string, (typeof findingStates)[number]>;

/** What was found; a label of the page and of the command makes a sentence of it. */
export type FindingCode = keyof typeof codes;

const isCode = (name: string): name is FindingCode => name in codes;

export const findingCodes: FindingCode[] = Object.keys(codes).filter(isCode);

export interface Finding {
  check: CheckName;
  state: (typeof findingStates)[number];
  code: FindingCode;
  values: FindingValue[];
}

const warnDays = 30;
/** Signatures are valid for 60 seconds. */
const mostSkewSeconds = 30;
/** Below this share of users, captured mail is no evidence of what was not sent. */
const enoughMail = 0.8;
/** The one at the top has no manager; beyond that a fifth may be missing. */
const mostGaps = 0.2;
const dayMs = 86_400_000;

const found = (check: CheckName, code: FindingCode, ...values: FindingValue[]): Finding => ({
  ...{ check, code, values },
  state: codes[code],
});

const certificate = ({ certificateExpiries, now }: Observations): Finding => {
  const last = Math.max(...certificateExpiries.map((expiry) => expiry.getTime()), now.getTime());
  const days = Math.floor((last - now.getTime()) / dayMs);
  const until = { day: new Date(last).toISOString().slice(0, 10) };
  if (last === now.getTime()) return found('certificate', 'certificateMissing');
  return days <= warnDays
    ? found('certificate', 'certificateExpires', until, days)
    : found('certificate', 'certificateCounts', until);
};

const credential = ({ login }: Observations): Finding => {
  switch (login.outcome) {
    case 'in':
      return found('credential', 'credentialWorks', login.org.username);
    case 'refused':
      return found('credential', 'credentialRefused', login.message);
    default:
      return found('credential', login.outcome);
  }
};

/** The finding of what was looked up, or that it could not be. */
const looked = <Value>(
  check: CheckName,
  { value, refused }: Looked<Value>,
  judge: (value: Value) => Finding,
) => (value === undefined ? found(check, 'notLookedUp', refused ?? '') : judge(value));

const clock = ({ skewSeconds }: OrgObservations): Finding => {
  const difference = Math.abs(skewSeconds);
  return found('clock', difference > mostSkewSeconds ? 'clockWrong' : 'clockRight', difference);
};

const orgFindings = (org: OrgObservations): Finding[] => [
  clock(org),
  looked('permissionSets', org.assigned, ({ reps, managers, admins }) => {
    if (reps + managers + admins === 0) return found('permissionSets', 'nobodyAssigned');
    const code = admins === 0 ? 'adminMissing' : 'permissionSetsAssigned';
    return found('permissionSets', code, reps, managers, admins);
  }),
  looked('integrationUser', org.hasIntegrationSet, (has) =>
    found('integrationUser', has ? 'integrationUserSet' : 'integrationUserUnset', org.username),
  ),
  looked('fields', org.hiddenFields, (list) =>
    list.length === 0 ? found('fields', 'fieldsThere') : found('fields', 'fieldsHidden', { list }),
  ),
  looked('access', org.partlySeen, (list) =>
    list.length === 0 ? found('access', 'seesAll') : found('access', 'seesPart', { list }),
  ),
  looked('hierarchy', org.people, ({ people, managed, placed }) => {
    const values = [people, managed, placed];
    const fewest = people - Math.max(1, people * mostGaps);
    if (people > 1 && (managed === 0 || placed === 0))
      return found('hierarchy', 'hierarchyMissing', ...values);
    const isFilled = managed >= fewest && placed >= fewest;
    return found('hierarchy', isFilled ? 'hierarchyFilled' : 'hierarchyGaps', ...values);
  }),
];

const mailCapture = ({ mail }: Observations): Finding => {
  if (!mail || mail.people === 0) return found('mailCapture', 'mailNotMeasured');
  const share = mail.captured / mail.people;
  const code = share >= enoughMail ? 'mailCaptured' : 'mailGaps';
  return found('mailCapture', code, { share }, mail.captured, mail.people);
};

/**
 * Judges what was observed of an org's set-up. What can only be seen from inside the org is left out while the service is
 * not let in.
 */
export const findingsOf = (observations: Observations): Finding[] => {
  const { login, hasSecondFactor } = observations;
  return [
    certificate(observations),
    found('secondFactor', hasSecondFactor ? 'secondFactorSet' : 'secondFactorMissing'),
    credential(observations),
    ...(login.outcome === 'in' ? [...orgFindings(login.org), mailCapture(observations)] : []),
  ];
};
