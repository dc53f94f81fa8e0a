/** `npm run bench -- match`, `http`, `sync` and `touchpoints`; each ends with one JSON object on the last line. */
const benches: Record<string, () => Promise<void>> = {
  match: async () => (await import('./match/run.ts')).benchMatch(),
  http: async () => (await import('./http/run.ts')).benchHttp(),
  sync: async () => (await import('./sync/run.ts')).benchSync(),
  touchpoints: async () => (await import('./touchpoints/run.ts')).benchTouchpoints(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benches));

if (names.length === 0 || unknown.length > 0) {
  console.error(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 1;
} else {
  for (const name of names) await benches[name]?.();
}
