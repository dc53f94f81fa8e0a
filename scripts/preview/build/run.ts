import { bundlePages } from './bundle.ts';

/** Arguments: project root, folder to write. The reason of a failure goes to standard error. */
const [, , root = '', directory = ''] = process.argv;
try {
  await bundlePages(root, directory);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
