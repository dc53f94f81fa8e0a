import read from '@salesforce/apex/InspireGateway.read';
import TITLE from '@salesforce/label/c.Inspire_Suggestions';
import type { Answer, Suggestion } from 'c/inspireAnswer';
import { readAnswer } from 'c/inspireAnswer';
import type { Problem } from 'c/inspireProblem';
import { readProblem } from 'c/inspireProblem';
import { LightningElement, api, wire } from 'lwc';

/** What to use next on this record, and why. */
export default class InspireSuggestions extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  input: string | undefined = JSON.stringify({ limit: 6 });
  shown: Answer | undefined;
  problem: Problem | undefined;

  labels = { title: TITLE };

  @wire(read, { operation: 'suggestions', recordId: '$recordId', input: '$input' })
  receive(result: { data?: string; error?: unknown }): void {
    if (result.data) this.shown = readAnswer(result.data);
    this.problem = result.error === undefined ? undefined : readProblem(result.error);
  }

  get isLoading(): boolean {
    return this.shown === undefined && this.problem === undefined;
  }

  get suggestions(): Suggestion[] {
    return this.shown?.suggestions ?? [];
  }
}
