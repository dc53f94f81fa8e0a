import { readFacts } from '../../server/journey/index.ts';
import { match, type MatchedItem } from '../../server/suggestions/match/index.ts';
import { readFacts as readRecord } from '../../scripts/local-org/gateway/record-facts.ts';
import type { LocalOrg } from '../../scripts/local-org/index.ts';
import { aViewer } from '../support/matching.ts';
import type { libraryOf } from './shipped.ts';

type Library = Awaited<ReturnType<typeof libraryOf>>['library'];

/** What somebody is suggested on a record: facts read in that user's access, then matched. */
export async function suggestedTo(
  org: Pick<LocalOrg, 'records' | 'catalogue'>,
  library: Library,
  userId: string,
  recordId: string,
): Promise<readonly MatchedItem[]> {
  const { record } = await readRecord(org, await org.records.accessOf(userId), recordId);
  const viewer = aViewer({ today: '2026-11-22' });
  const facts = readFacts(record ?? {}, library.facts, viewer.today);
  return match(library.index, facts, viewer).items;
}
