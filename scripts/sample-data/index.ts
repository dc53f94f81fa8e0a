export { loadSampleData } from './load.ts';
export { generateSampleData } from './generate.ts';
export { staged, type StagedDeal, STAGED_OWNER } from './staged/index.ts';
export { admin, sellers, usernameOf } from './world/team.ts';
