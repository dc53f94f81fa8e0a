/** What a check found out. `examined` says how much it looked at: a check that looked at nothing has proven nothing. */
export type Verdict = { faults: string[]; examined: number } | { notRun: string };

/** One thing about the org side that can be proven without an org. */
export interface Check {
  /** A sentence that is true when there are no faults. */
  name: string;
  /** @param root folder with the project's sfdx-project.json */
  run(root: string): Promise<Verdict> | Verdict;
}
