import type { SignedCall } from '../http/route.ts';
import type { TouchpointsAnswer } from './answer.ts';
import type { EngineParts } from './engine/parts.ts';

/** A piece of content that a touchpoint uses. */
export type ShownContent = TouchpointsAnswer['touchpoints'][number]['content'][number];

export interface TouchpointParts extends EngineParts {
  /** Puts items in the order in which they fit the record, and leaves out what the viewer may not see. */
  contentFor: (call: SignedCall<unknown>) => Promise<(itemIds: readonly string[]) => ShownContent[]>;
}
