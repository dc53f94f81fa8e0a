import NO_ACCESS from '@salesforce/label/c.Inspire_No_Access';
import NO_ACCESS_REMEDY from '@salesforce/label/c.Inspire_No_Access_Remedy';
import UNKNOWN from '@salesforce/label/c.Inspire_Problem';
import UNKNOWN_REMEDY from '@salesforce/label/c.Inspire_Problem_Remedy';
import OFFLINE from '@salesforce/label/c.Inspire_Offline';
import OFFLINE_REMEDY from '@salesforce/label/c.Inspire_Offline_Remedy';

/** What a person is told about a failure. */
export interface Problem {
  code: string;
  message: string;
  remedy: string;
  requestId?: string | undefined;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An Apex failure carries its text in `body.message`; the UI API answers with a list, the network with `message`. */
function messageOf(failure: unknown): string | undefined {
  if (!isFields(failure)) return textOf(failure);
  const body: unknown = Array.isArray(failure.body) ? failure.body[0] : failure.body;
  return textOf(isFields(body) ? body.message : undefined) ?? textOf(failure.message);
}

function fromDocument(document: Fields): Problem {
  return {
    code: textOf(document.code) ?? 'unknown',
    message: textOf(document.detail) ?? textOf(document.title) ?? UNKNOWN,
    remedy: textOf(document.remedy) ?? UNKNOWN_REMEDY,
    requestId: textOf(document.requestId),
  };
}

/** Salesforce answers so when the session has ended or a permission was taken away meanwhile. */
const isNoAccess = (failure: unknown) =>
  isFields(failure) && (failure.status === 401 || failure.status === 403);

/**
 * Reads any failure as a problem: the problem document that the gateway puts into the message (RFC 9457), a failure of
 * Salesforce itself, or of the network. Never throws.
 */
export function readProblem(failure: unknown): Problem {
  const message = messageOf(failure);
  const document = parsed(message);
  if (isFields(document)) return fromDocument(document);
  if (isNoAccess(failure)) return { code: 'noAccess', message: NO_ACCESS, remedy: NO_ACCESS_REMEDY };
  if (!navigator.onLine) return { code: 'offline', message: OFFLINE, remedy: OFFLINE_REMEDY };
  return { code: 'unknown', message: message ?? UNKNOWN, remedy: UNKNOWN_REMEDY };
}
