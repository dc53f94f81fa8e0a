import { objectIn } from 'c/inspireGateway';

/** The answer of the `suggestions` operation, as the panel reads it. A test holds it to the service's schema. */
export interface Clause {
  code: string;
  values: string[];
}

export interface Suggestion {
  itemId: string;
  version: number;
  kind:
    | 'document'
    | 'story'
    | 'presentation'
    | 'questions'
    | 'template'
    | 'checklist'
    | 'training'
    | 'person'
    | 'tool';
  title: string;
  summary: string;
  audience: 'internal' | 'customerFacing' | 'customerFacingNda';
  shareable: boolean;
  notShareable?: 'internal' | 'openBlanks' | 'sample' | 'person' | undefined;
  /** For customer stories: may the customer be named? */
  reference?: 'named' | 'anonymous' | 'askFirst' | undefined;
  author: string;
  /** Civil date. */
  reviewedOn: string;
  freshness: 'fresh' | 'due';
  minutes?: number | undefined;
  link?: string | undefined;
  userId?: string | undefined;
  refresher?: { itemId: string; title: string; minutes?: number | undefined } | undefined;
  reasons: Clause[];
  warnings: Clause[];
  sample: boolean;
}

export interface FactValue {
  value: string;
  label: string;
  about?: string | undefined;
}

export interface Fact {
  dimension:
    | 'challenge'
    | 'industry'
    | 'buyerRole'
    | 'stage'
    | 'phase'
    | 'geography'
    | 'accountSize'
    | 'useCase'
    | 'product'
    | 'competitor'
    | 'dealType';
  state: 'known' | 'readFromTitle' | 'unknown';
  values: FactValue[];
  fill?:
    | {
        recordId: string;
        field: string;
        about?: string | undefined;
        /** Read from a title, waits to be confirmed. */
        suggested?: string | undefined;
        options: { value: string; label: string }[];
      }
    | undefined;
}

export interface Stage {
  stageName: string;
  mapped: boolean;
  phase?: 'awareness' | 'buying' | 'implementationAdoption' | undefined;
  changeDecision: 'confirmed' | 'missing' | 'notNeeded';
  aim?: string | undefined;
  exitOutcome?: string | undefined;
  activities: { name: string; objective: string }[];
}

export interface SetAsideItem {
  itemId: string;
  title: string;
  kind: 'used' | 'shared' | 'dismissed';
  reactionId: string;
  /** Civil date. */
  until?: string | undefined;
}

/** Whom a share is addressed to. */
export interface Recipient {
  name: string;
  givenName: string;
  email: string;
}

export interface Answer {
  recordId: string;
  /** People on the record whose address the viewer may read, the primary one first. */
  recipients: Recipient[];
  stage?: Stage | undefined;
  suggestions: Suggestion[];
  setAside: SetAsideItem[];
  facts: Fact[];
  notices: Clause[];
  publication: number;
}

/** What a rep does with a tile that is not recorded yet. */
export type TileAct = 'open' | 'openRefresher' | 'notSent' | 'email' | 'link' | 'text';

const isAnswer = (value: object): value is Answer =>
  'suggestions' in value &&
  Array.isArray(value.suggestions) &&
  'facts' in value &&
  Array.isArray(value.facts);

/** Reads the JSON text that the gateway hands on. Throws if it is not an answer. */
export function readAnswer(text: string): Answer {
  const answer = objectIn(text);
  if (!isAnswer(answer)) throw new Error(`Not a list of suggestions: ${text.slice(0, 80)}`);
  return answer;
}

const ids = (answer: Answer) => answer.suggestions.map((suggestion) => suggestion.itemId);

/** Would replacing `shown` by `next` move anything on the screen, and how many items does it bring? */
export function listChange(shown: Answer, next: Answer): { moves: boolean; added: number } {
  const before = ids(shown);
  const after = ids(next);
  return {
    moves: before.join() !== after.join(),
    added: after.filter((id) => !before.includes(id)).length,
  };
}
