import { z } from 'zod/mini';
import { createRecord, query } from './rest.ts';
import { quoted } from './soql.ts';
import { session } from './session.ts';

const contact = z.object({ Id: z.string() });

/**
 * What Salesforce does on Send, as far as records go: an EmailMessage and a completed Task of subtype Email, related to
 * the record and to the contact with the recipient's address. Nothing leaves this machine.
 */
export async function sendEmail(email: {
  to: string;
  subject: string;
  body: string;
  recordId: string;
}): Promise<void> {
  const [first = ''] = email.to.split(/[;,]/).map((address) => address.trim());
  if (!first.includes('@')) throw new Error(`"${email.to}" is not an email address. Enter a recipient.`);
  const [recipient] = await query(`SELECT Id FROM Contact WHERE Email = ${quoted(first)} LIMIT 1`, contact);
  const taskId = await createRecord('Task', {
    Subject: `Email: ${email.subject}`.slice(0, 255),
    Description: `To: ${email.to}\n\n${email.body}`,
    Status: 'Completed',
    TaskSubtype: 'Email',
    ActivityDate: session.today,
    OwnerId: session.user.id,
    WhatId: email.recordId,
    ...(recipient ? { WhoId: recipient.Id } : {}),
  });
  await createRecord('EmailMessage', {
    ActivityId: taskId,
    RelatedToId: email.recordId,
    Subject: email.subject,
    TextBody: email.body,
    ToAddress: email.to,
    FromAddress: session.user.email,
    FromName: session.user.name,
  });
}
