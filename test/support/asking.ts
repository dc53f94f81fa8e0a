import type { ConfigurationSet } from '../../server/content/index.ts';
import { type SuggestionsAnswer, suggestionsAnswerSchema } from '../../server/suggestions/index.ts';
import { readAs, type TestService } from './service.ts';
import type { CallOptions, TestOrg } from './signed-call.ts';

/** An org of its own that has published a set. */
export const orgWith = async (service: TestService, set: ConfigurationSet): Promise<TestOrg> => {
  const org = await service.addOrg();
  await service.publish(org, set);
  return org;
};

/** The list that a rep of the org gets for these facts. */
export const askFor = async (
  service: TestService,
  org: TestOrg,
  facts: object,
  { input = {}, ...options }: CallOptions & { input?: object } = {},
): Promise<SuggestionsAnswer> =>
  readAs(suggestionsAnswerSchema, await service.call(org, { body: { facts, input }, ...options }));

export const idsOf = ({ suggestions }: Pick<SuggestionsAnswer, 'suggestions'>): string[] =>
  suggestions.map(({ itemId }) => itemId);
