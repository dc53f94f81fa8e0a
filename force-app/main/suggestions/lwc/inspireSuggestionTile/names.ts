import CUSTOMER_FACING from '@salesforce/label/c.Inspire_Customer_Facing';
import INTERNAL from '@salesforce/label/c.Inspire_Internal';
import NDA from '@salesforce/label/c.Inspire_Nda';
import CHECKLIST from '@salesforce/label/c.Inspire_Kind_Checklist';
import DOCUMENT from '@salesforce/label/c.Inspire_Kind_Document';
import PERSON from '@salesforce/label/c.Inspire_Kind_Person';
import PRESENTATION from '@salesforce/label/c.Inspire_Kind_Presentation';
import QUESTIONS from '@salesforce/label/c.Inspire_Kind_Questions';
import STORY from '@salesforce/label/c.Inspire_Kind_Story';
import TEMPLATE from '@salesforce/label/c.Inspire_Kind_Template';
import TOOL from '@salesforce/label/c.Inspire_Kind_Tool';
import TRAINING from '@salesforce/label/c.Inspire_Kind_Training';
import ANONYMOUS from '@salesforce/label/c.Inspire_Ref_Anonymous';
import ASK_FIRST from '@salesforce/label/c.Inspire_Ref_Ask_First';
import NAMED from '@salesforce/label/c.Inspire_Ref_Named';
import NOT_INTERNAL from '@salesforce/label/c.Inspire_Unshared_Internal';
import NOT_OPEN_BLANKS from '@salesforce/label/c.Inspire_Unshared_Blanks';
import type { Suggestion } from 'c/inspireAnswer';

export const kinds: Record<Suggestion['kind'], { label: string; icon: string }> = {
  document: { label: DOCUMENT, icon: 'standard:document' },
  story: { label: STORY, icon: 'standard:story' },
  presentation: { label: PRESENTATION, icon: 'standard:screen' },
  questions: { label: QUESTIONS, icon: 'standard:question_feed' },
  template: { label: TEMPLATE, icon: 'standard:text_template' },
  checklist: { label: CHECKLIST, icon: 'standard:task2' },
  training: { label: TRAINING, icon: 'standard:education' },
  person: { label: PERSON, icon: 'standard:user' },
  tool: { label: TOOL, icon: 'standard:apps' },
};

export const audiences: Record<Suggestion['audience'], string> = {
  internal: INTERNAL,
  customerFacing: CUSTOMER_FACING,
  customerFacingNda: NDA,
};

/** A sample carries a badge that says so, a colleague an icon. */
export const notShareable: Partial<Record<NonNullable<Suggestion['notShareable']>, string>> = {
  internal: NOT_INTERNAL,
  openBlanks: NOT_OPEN_BLANKS,
};

export const references: Record<NonNullable<Suggestion['reference']>, string> = {
  named: NAMED,
  anonymous: ANONYMOUS,
  askFirst: ASK_FIRST,
};
