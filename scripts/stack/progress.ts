/** The parts that come up; some at the same time. */
export const steps = {
  database: 'PostgreSQL',
  pages: 'Record pages',
  org: 'Local Salesforce org',
  sampleData: 'Sample data',
  service: 'Service',
  content: 'Content library',
  touchpoints: 'Touchpoints of the staged deals',
} as const;

export type Step = keyof typeof steps;

export const stepNames = [
  'database',
  'pages',
  'org',
  'sampleData',
  'service',
  'content',
  'touchpoints',
] as const satisfies readonly Step[];

/** Told when a step begins and when it is done; `seconds` with one decimal. */
export type Progress = (
  event: { step: Step; state: 'started' } | { step: Step; state: 'done'; seconds: number },
) => void;

/** Runs the work of a step and tells about it. What fails is told by the error that comes out. */
export async function tell<Result>(
  progress: Progress,
  step: Step,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  progress({ step, state: 'started' });
  const result = await work();
  progress({ step, state: 'done', seconds: Math.round((performance.now() - begun) / 100) / 10 });
  return result;
}
