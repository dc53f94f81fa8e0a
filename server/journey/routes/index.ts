import type { Route } from '../../http/route.ts';
import { changeDecisionRoute } from './change-decision.ts';
import { fillFactRoute } from './fill-fact.ts';
import type { JourneyParts } from './parts.ts';

/** What a rep writes about where the customer is. */
export const journeyRoutes = (parts: JourneyParts): Route[] => [
  fillFactRoute(parts),
  changeDecisionRoute(parts),
];
