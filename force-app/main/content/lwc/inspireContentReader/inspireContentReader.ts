import BLANKS from '@salesforce/label/c.Inspire_Blanks';
import BY from '@salesforce/label/c.Inspire_By';
import CLOSE from '@salesforce/label/c.Inspire_Close';
import COPIED from '@salesforce/label/c.Inspire_Copied';
import COPY_TEXT from '@salesforce/label/c.Inspire_Copy_Text';
import SAMPLE from '@salesforce/label/c.Inspire_Sample';
import INTERNAL from '@salesforce/label/c.Inspire_Unshared_Internal';
import USE from '@salesforce/label/c.Inspire_Use';
import { readContent, type Content } from 'c/inspireContent';
import { fill, joined } from 'c/inspireFormat';
import { readProblem, type Problem } from 'c/inspireProblem';
import { copy } from 'c/inspireShare';
import LightningModal from 'lightning/modal';
import { api } from 'lwc';

/** What must not leave the house, by any route. */
const kept: Record<string, string> = { internal: INTERNAL, sample: SAMPLE };

/** Reads one item. Closes with true when the reader says that it was used. */
export default class InspireContentReader extends LightningModal {
  @api recordId = '';
  @api itemId = '';
  @api canUse = false;

  content: Content | undefined;
  problem: Problem | undefined;
  status = '';
  labels = { close: CLOSE, copyText: COPY_TEXT, use: USE };

  get isLoading(): boolean {
    return !this.content && !this.problem;
  }

  get byText(): string {
    const { author = '', notShareable = '' } = this.content ?? {};
    return [fill(BY, author), kept[notShareable]].filter(Boolean).join(' · ');
  }

  /** A template may be copied to fill in its blanks; what must not leave the house has no copy. */
  get canCopy(): boolean {
    return this.content !== undefined && kept[this.content.notShareable ?? ''] === undefined;
  }

  get blanksText(): string | undefined {
    const { blanks = [] } = this.content ?? {};
    return blanks.length === 0 ? undefined : fill(BLANKS, joined(blanks));
  }

  connectedCallback(): void {
    void this.load();
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.content = await readContent(this.recordId, this.itemId);
    } catch (failure) {
      this.problem = readProblem(failure);
    }
  }

  async copy(): Promise<void> {
    try {
      await copy(this.content?.text ?? '');
      this.status = COPIED;
    } catch (failure) {
      const { message, remedy } = readProblem(failure);
      this.status = `${message} ${remedy}`;
    }
  }

  use(): void {
    this.close(true);
  }

  leave(): void {
    this.close();
  }
}

/** Opens the reader on an item; resolves with true if the reader says that it was used. */
export const openReader = (
  recordId: string,
  { itemId, title: label }: { itemId: string; title: string },
  canUse = false,
): Promise<boolean | undefined> =>
  InspireContentReader.open({ size: 'medium', label, recordId, itemId, canUse });
