import read from '@salesforce/apex/InspireGateway.read';
import BLANKS from '@salesforce/label/c.Inspire_Content_Blanks';
import BY from '@salesforce/label/c.Inspire_Content_By';
import CLOSE from '@salesforce/label/c.Inspire_Close';
import COPIED from '@salesforce/label/c.Inspire_Copied';
import COPY_TEXT from '@salesforce/label/c.Inspire_Copy_Text';
import LOADING from '@salesforce/label/c.Inspire_Loading';
import NOT_COPIED from '@salesforce/label/c.Inspire_Not_Copied';
import USED from '@salesforce/label/c.Inspire_Use';
import { fill, joined } from 'c/inspireFormat';
import { readProblem, type Problem } from 'c/inspireProblem';
import LightningModal from 'lightning/modal';
import { api } from 'lwc';

/** The answer of the `content` operation, as far as it is shown. */
interface Content {
  title: string;
  author: string;
  html: string;
  text: string;
  blanks: string[];
}

/** Reads one item. Closes with `use` when the reader says that it was used. */
export default class InspireContentReader extends LightningModal {
  @api recordId: string | undefined;
  @api itemId: string | undefined;
  @api canUse = false;

  content: Content | undefined;
  problem: Problem | undefined;
  copyText = '';
  labels = { close: CLOSE, copyText: COPY_TEXT, loading: LOADING, use: USED };

  get isLoading(): boolean {
    return this.content === undefined && this.problem === undefined;
  }

  get byText(): string {
    return fill(BY, this.content?.author ?? '');
  }

  get blanksText(): string | undefined {
    const blanks = this.content?.blanks ?? [];
    return blanks.length === 0 ? undefined : fill(BLANKS, joined(blanks));
  }

  get cannotCopy(): boolean {
    return this.content === undefined;
  }

  connectedCallback(): void {
    void this.load();
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      const input = JSON.stringify({ itemId: this.itemId });
      this.content = JSON.parse(await read({ operation: 'content', recordId: this.recordId, input }));
    } catch (failure) {
      this.problem = readProblem(failure);
    }
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.content?.text ?? '');
      this.copyText = COPIED;
    } catch {
      this.copyText = NOT_COPIED;
    }
  }

  use(): void {
    this.close('use');
  }

  leave(): void {
    this.close();
  }
}
