/**
 * Every failure that a caller can see: its HTTP status, what it is called and what puts it right. `docs/errors.md` has a
 * section for each code; a test keeps the two together.
 */
export const problems = {
  signatureMissing: [
    401,
    'No signature',
    'Call through the Apex gateway: it adds the Authorization header with a signed token.',
  ],
  signatureMalformed: [
    401,
    'Signature is not a signed token',
    'Send a compact JWS made by Auth.JWS in the Apex gateway.',
  ],
  signatureAlgorithm: [
    401,
    'Signature has a wrong algorithm',
    'Sign with RS256, as Auth.JWS does with an org certificate.',
  ],
  signatureClaims: [
    401,
    'Signature lacks a claim',
    'Deploy the package version that fits this service; it writes every claim.',
  ],
  signatureForged: [
    401,
    'Signature fits no registered certificate',
    'Register the certificate that signs: npm run org:register. A renewed certificate is a new one.',
  ],
  signatureAudience: [
    401,
    'Signature is for another service',
    'Set the same audience in the org and in the AUDIENCE setting of the service.',
  ],
  signatureExpired: [
    401,
    'Signature has expired',
    'Try again. If it happens always, set the clock of the service.',
  ],
  signatureNotYetValid: [
    401,
    'Signature is not valid yet',
    'Try again. If it happens always, set the clock of the service.',
  ],
  signatureTooLong: [401, 'Signature is valid for too long', 'Let the token expire within 60 seconds.'],
  signatureTarget: [
    401,
    'Signature is for another request',
    'Sign the method and the path with query that are called.',
  ],
  signatureBody: [
    401,
    'Signature is for another body',
    'Sign the SHA-256 of exactly the bytes that are sent.',
  ],
  signatureReplayed: [401, 'Request was already received', 'Sign every request anew; a token serves once.'],
  organizationUnknown: [
    401,
    'Organization is not registered',
    'An operator registers it: npm run org:register.',
  ],
  organizationLocal: [
    403,
    'The local org is not served here',
    'Use it with "npm start"; a real org is registered with npm run org:register.',
  ],
  secondFactorMissing: [
    401,
    'Second factor is missing',
    'Set the secret of the external credential in the org; it is sent as X-Inspire-Org-Secret.',
  ],
  secondFactorWrong: [
    401,
    'Second factor is wrong',
    'Enter the secret that npm run org:register printed into the external credential; sandboxes have their own.',
  ],
  permissionMissing: [
    403,
    'Permission is missing',
    'Ask your Salesforce admin for the permission set that carries it.',
  ],
  tooManyRequests: [429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.'],
  routeUnknown: [404, 'No such address', 'See /reference for the addresses of this service.'],
  bodyTooLarge: [413, 'Body is too large', 'Send at most 64 KB: fewer related records in the record facts.'],
  bodyEncoding: [415, 'Body is encoded', 'Send the body as it is, without Content-Encoding.'],
  bodyIncomplete: [400, 'Body was cut off', 'Try again; the connection was lost while sending.'],
  bodyNotJson: [400, 'Body is not JSON', 'Send {"facts": …, "input": …} as UTF-8 JSON.'],
  bodyInvalid: [
    400,
    'Body has wrong values',
    'Correct the places that "faults" names; /reference has the shape.',
  ],
  recordMissing: [400, 'No record', 'Open the panel on an Opportunity or Account record page.'],
  recordUnsupported: [400, 'Record is of another object', 'Use the panel on Opportunity and Account pages.'],
  recordForeign: [
    403,
    'Record is not part of the page',
    'Reload the page; only the record and its related rows can be changed.',
  ],
  recordLocked: [
    403,
    'Record can not be changed',
    'Ask the owner, or your admin for edit access to the record.',
  ],
  touchpointUnknown: [
    404,
    'No such touchpoint on this record',
    'Reload the page; somebody may have changed the cadence meanwhile.',
  ],
  touchpointOver: [
    409,
    'Touchpoint has ended already',
    'Reload the page to see how it ended; a done or skipped one can be reopened there.',
  ],
  cadenceUnknown: [
    404,
    'No such cadence for this record',
    'Choose one that the panel offers; an admin may have withdrawn it meanwhile.',
  ],
  cadenceRunning: [
    409,
    'Cadence runs on this record already',
    'Go on with the one that runs, or stop it first.',
  ],
  enrollmentOver: [409, 'Cadence has ended on this record', 'Begin it anew if it is still of use.'],
  factNotWritable: [
    422,
    'Fact can not be filled in here',
    'Ask your admin to mark the field as writable in the fact table.',
  ],
  factValueUnknown: [422, 'Value is not one of the choices', 'Choose one of the values the panel offers.'],
  itemUnknown: [404, 'No such item', 'Refresh the panel: the item was withdrawn, or is not for you.'],
  itemNotShareable: [422, 'Item can not be shared', 'Use it for yourself, or choose a customer-facing item.'],
  reactionUnknown: [404, 'No such reaction', 'Refresh the panel: it was undone already, or is not yours.'],
  idempotencyKeyReused: [
    409,
    'Key was used for another request',
    'Make a new idempotency key for each intention.',
  ],
  configurationInvalid: [
    422,
    'Configuration has faults',
    'Correct the places that "faults" names; nothing was applied.',
  ],
  configurationChanged: [
    409,
    'Configuration was changed meanwhile',
    'Read the configuration again and repeat the change.',
  ],
  nothingToPublish: [409, 'Nothing to publish', 'Save a draft that differs from what is live first.'],
  publicationUnknown: [404, 'No such publication', 'Read the configuration for the publications that exist.'],
  storeUnavailable: [
    503,
    'The database does not answer',
    'Try again in a minute. Operators: /ready and the log say what is wrong.',
  ],
  internal: [500, 'Something went wrong here', 'Try again; if it stays, give the request id to your admin.'],
} as const satisfies Record<string, readonly [status: number, title: string, remedy: string]>;

export type ProblemCode = keyof typeof problems;

/** One wrong place in what was sent: `place` is a path such as `items[3].title`. */
export interface Fault {
  place: string;
  message: string;
}

interface Extras {
  /** More precise than the remedy of the code. */
  remedy?: string;
  cause?: unknown;
  faults?: readonly Fault[];
  retryAfterSeconds?: number;
}

/** A failure with a stable code. `message` names the value and the limit and is shown to the person. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
  readonly faults: readonly Fault[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail, { cause: extras.cause });
    const [status, title, remedy] = problems[code];
    this.code = code;
    this.status = status;
    this.title = title;
    this.remedy = extras.remedy ?? remedy;
    this.faults = extras.faults;
    this.retryAfterSeconds = extras.retryAfterSeconds;
  }
}
