import { startStack, type Stack, type StackOptions } from './index.ts';
import { showProgress } from './show-progress.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The first signal asks for the stop; the listeners stay until the process ends, so that neither a second Ctrl-C nor a
 * library that tidies up the terminal on a signal ends the process before everything is stopped.
 */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
  });
}

/**
 * Starts everything for a person at a terminal, prints the addresses, and runs until Ctrl-C.
 *
 * @throws Error with a message for that person if something can not start
 */
export async function runStack(options: Omit<StackOptions, 'progress'>): Promise<void> {
  const begun = performance.now();
  const asked = stopAsked();
  const view = showProgress();
  const stack = await view.until(startStack({ ...options, progress: view.progress }));
  console.log(await addresses(stack, Math.round((performance.now() - begun) / 1000)));
  await asked;
  console.log('\nStopping …');
  await stack.stop();
  console.log('Stopped.');
}

async function addresses(stack: Stack, seconds: number): Promise<string> {
  const [deal] = await stack.stagedDeals();
  const page = (sobject: string, id: string): string => `${stack.url}/lightning/r/${sobject}/${id}/view`;
  const lines = [
    ['Start page', stack.url],
    ...(deal ? [['Opportunity', page('Opportunity', deal.opportunityId)]] : []),
    ...(deal?.accountId ? [['Account', page('Account', deal.accountId)]] : []),
    ['API reference', stack.apiReferenceUrl],
    ['Metrics', stack.metricsUrl],
  ];
  const rows = lines.map(([name = '', address = '']) => `  ${name.padEnd(15)}${address}`);
  return `\nReady in ${seconds} s. Ctrl-C stops everything.\n\n${rows.join('\n')}\n`;
}
