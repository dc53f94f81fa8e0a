import FORM_FACTOR from '@salesforce/client/formFactor';
import NOT_COPIED from '@salesforce/label/c.Inspire_Not_Copied';
import NOT_COPIED_REMEDY from '@salesforce/label/c.Inspire_Not_Copied_Remedy';
import type { Recipient, Suggestion } from 'c/inspireAnswer';
import { readContent } from 'c/inspireContent';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { PageReference } from 'lightning/navigation';

/** What goes out: two sentences, and the link or the text. */
export interface Message {
  subject: string;
  summary: string;
  link?: string | undefined;
  text?: string | undefined;
  html?: string | undefined;
}

/** An item without a link is sent as text, which is read when it is needed. Throws what Apex throws. */
export async function messageOf(suggestion: Suggestion, recordId: string): Promise<Message> {
  const { title: subject, summary, link, itemId } = suggestion;
  if (link !== undefined) return { subject, summary, link };
  const { text, html } = await readContent(recordId, itemId);
  return { subject, summary, text, html };
}

/** The message as plain text. */
export const plainText = ({ summary, link, text }: Message): string =>
  [summary, link, text].filter(Boolean).join('\n\n');

/** Who is named in the reason, else the first. */
export const recipientOf = ({ reasons }: Suggestion, recipients: Recipient[]): Recipient | undefined => {
  const named = reasons.find(({ code }) => code === 'buyerRole')?.values[0];
  return recipients.find(({ givenName }) => givenName === named) ?? recipients[0];
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const htmlOf = ({ summary, link, html = '' }: Message): string => {
  const address = escaped(link ?? '');
  return `<p>${escaped(summary)}</p>${link === undefined ? html : `<p><a href="${address}">${address}</a></p>`}`;
};

const mailAddress = (message: Message, recipient: Recipient | undefined): string => {
  const query = { subject: message.subject, body: plainText(message) };
  const parts = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `mailto:${encodeURIComponent(recipient?.email ?? '')}?${parts.join('&')}`;
};

/**
 * Where to go to write the message: Salesforce's own email composer on the record with everything filled in. The composer
 * can not be filled in on the phone, so there it is the phone's own mail.
 */
export function composerPage(message: Message, recordId: string, recipient?: Recipient): PageReference {
  if (FORM_FACTOR === 'Small') {
    return { type: 'standard__webPage', attributes: { url: mailAddress(message, recipient) } };
  }
  const defaultFieldValues = encodeDefaultFieldValues({
    ...(recipient === undefined ? {} : { ToAddress: recipient.email }),
    Subject: message.subject,
    HtmlBody: htmlOf(message),
  });
  return {
    type: 'standard__quickAction',
    attributes: { apiName: 'Global.SendEmail' },
    state: { recordId, defaultFieldValues },
  };
}

/** Puts a text on the clipboard. Throws a problem with a remedy where the browser does not allow it. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    const detail = { code: 'notCopied', detail: NOT_COPIED, remedy: NOT_COPIED_REMEDY };
    throw new Error(JSON.stringify(detail), { cause });
  }
}
