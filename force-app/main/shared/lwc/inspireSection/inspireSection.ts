import AS_OF from '@salesforce/label/c.Inspire_As_Of';
import REFRESH from '@salesforce/label/c.Inspire_Refresh';
import STALE from '@salesforce/label/c.Inspire_Setup_Stale';
import TRY_AGAIN from '@salesforce/label/c.Inspire_Try_Again';
import { fill, timeText } from 'c/inspireFormat';
import type { Problem } from 'c/inspireProblem';
import type { Reading } from 'c/inspireReading';
import { LightningElement, api } from 'lwc';

/** A card that waits, tells a problem, or shows what was read (its slot). Emits `again` when it is to be read anew. */
export default class InspireSection extends LightningElement {
  @api label = '';
  @api iconName = '';
  @api reading: Reading<unknown> = {};

  labels = { again: TRY_AGAIN, refresh: REFRESH };

  get isLoading(): boolean {
    const { answer, problem } = this.reading;
    return answer === undefined && problem === undefined;
  }

  get hasAnswer(): boolean {
    return this.reading.answer !== undefined;
  }

  get firstProblem(): Problem | undefined {
    return this.hasAnswer ? undefined : this.reading.problem;
  }

  get staleText(): string | undefined {
    const { asOf, problem } = this.reading;
    return asOf && problem && fill(STALE, timeText(asOf), problem.message);
  }

  get asOfText(): string | undefined {
    const { asOf, problem } = this.reading;
    return asOf && !problem ? fill(AS_OF, timeText(asOf)) : undefined;
  }

  again(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}
