import { LightningElement, api } from 'lwc';
import { z } from 'zod/mini';
import type { PageReference } from '../../lightning/navigation/navigation.ts';
import { decodeDefaultFieldValues } from '../../lightning/pageReferenceUtils/pageReferenceUtils.ts';
import { sendEmail } from '../../org/email.ts';
import { query, messageOf } from '../../org/rest.ts';
import { quoted } from '../../org/soql.ts';
import { refreshView } from '../../org/refresh.ts';
import { session } from '../../org/session.ts';
import { toastSuccess } from '../../org/toast.ts';

const person = z.object({ Email: z.nullish(z.string()) });

/** The docked email composer that `Global.SendEmail` opens. As in Salesforce, nobody is told whether it was sent. */
export default class Composer extends LightningElement {
  @api pageReference!: PageReference;

  to = '';
  subject = '';
  body = '';
  from = `${session.user.name} <${session.user.email}>`;
  isSending = false;
  problem: string | undefined;

  connectedCallback(): void {
    void this.fillIn();
  }

  private async fillIn(): Promise<void> {
    const given = decodeDefaultFieldValues(this.pageReference.state?.['defaultFieldValues'] ?? '');
    this.to = given['ToAddress'] ?? '';
    this.subject = given['Subject'] ?? '';
    this.body = given['HtmlBody'] ? textOf(given['HtmlBody']) : (given['TextBody'] ?? '');
    if (given['ToIds']) this.to = await addressesOf(given['ToIds'].split(';'));
  }

  renderedCallback(): void {
    const section = this.template?.querySelector<HTMLElement>('section');
    if (section?.dataset['focused']) return;
    section?.setAttribute('data-focused', 'true');
    section?.focus();
  }

  get recordId(): string {
    return this.pageReference.state?.['recordId'] ?? '';
  }

  enter(event: CustomEvent<{ value: string }>): void {
    const { currentTarget: input } = event;
    const field = input instanceof HTMLElement ? input.dataset['field'] : undefined;
    if (field === 'to') this.to = event.detail.value;
    if (field === 'subject') this.subject = event.detail.value;
    if (field === 'body') this.body = event.detail.value;
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }

  async send(): Promise<void> {
    this.isSending = true;
    this.problem = undefined;
    try {
      await sendEmail({ to: this.to, subject: this.subject, body: this.body, recordId: this.recordId });
      toastSuccess('Email sent.');
      this.dispatchEvent(new CustomEvent('close'));
      await refreshView();
    } catch (error) {
      this.problem = messageOf(error);
      this.isSending = false;
    }
  }
}

/** The text of a small piece of HTML, as the composer's editor would show it; nothing in it is run. */
function textOf(html: string): string {
  const parsed = new DOMParser().parseFromString(
    html.replaceAll(/<br\s*\/?>|<\/p>|<\/div>/gi, '$&\n'),
    'text/html',
  );
  return parsed.body.textContent.trim();
}

async function addressesOf(ids: readonly string[]): Promise<string> {
  const people = await query(`SELECT Email FROM Contact WHERE Id IN (${ids.map(quoted).join(', ')})`, person);
  return people.flatMap(({ Email }) => Email ?? []).join('; ');
}
