import { runChaos } from './run.ts';

/** `npm run chaos`; the last line is one JSON object. */
await runChaos();
