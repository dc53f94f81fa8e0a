export { generateSampleData } from './generate.ts';
export { staged, type StagedDeal, STAGED_OWNER } from './staged/stories.ts';
export { admin, sellers, usernameOf } from './world/team.ts';
