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
