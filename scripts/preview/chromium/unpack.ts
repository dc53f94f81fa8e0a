import { join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

/**
 * Unpacks the browser and the libraries that it needs into the temporary folder (`TMPDIR`). A process of its own:
 * the package looks at nothing but that folder, and at whether a file is already there.
 *
 * Argument: the package's `bin` folder.
 */
const [, , bin = ''] = process.argv;
await inflate(join(bin, 'al2023.tar.br'));
await chromium.executablePath(bin);
