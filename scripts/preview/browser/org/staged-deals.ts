import { z } from 'zod/mini';

const stagedDeal = z.object({
  opportunityId: z.string(),
  name: z.string(),
  title: z.string(),
  story: z.string(),
  /** The user who owns it. */
  userId: z.string(),
});

export type StagedDeal = z.infer<typeof stagedDeal>;

/** The deals of the sample data that show one situation each; none in an org without sample data. */
export async function readStagedDeals(): Promise<StagedDeal[]> {
  const answer = await fetch('/preview/staged-deals');
  if (!answer.ok)
    throw new Error(`The staged deals can't be read (${answer.status}). Is the local org running?`);
  return z.array(stagedDeal).parse(await answer.json());
}
