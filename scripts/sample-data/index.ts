export { loadSampleData } from './load.ts';
export { generateSampleData } from './generate.ts';
export { staged, STAGED_OWNER } from './staged/index.ts';
export { sellers, usernameOf } from './world/team.ts';
