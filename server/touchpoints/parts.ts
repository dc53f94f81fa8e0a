import type { SignedCall } from '../http/route.ts';
import type { EngineParts } from './engine/parts.ts';

/** A piece of content that a touchpoint uses. */
export interface ShownContent {
  itemId: string;
  title: string;
  summary: string;
  link?: string | undefined;
  shareable: boolean;
}

export interface TouchpointParts extends EngineParts {
  /** Puts items in the order in which they fit the record, and leaves out what the viewer may not see. */
  contentFor: (call: SignedCall<unknown>) => Promise<(itemIds: readonly string[]) => ShownContent[]>;
}
