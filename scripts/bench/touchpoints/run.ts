import { measureBulk } from './bulk.ts';
import { runLaws } from './laws.ts';
import { measureOnce } from './once.ts';
import { measurePanel } from './panel.ts';
import { measureReplan } from './pure-replan.ts';
import { measureStoredReplan } from './replan-stored.ts';

const casesALaw = 10_000;

/** `npm run bench -- touchpoints`; the last line is one JSON object. */
export const benchTouchpoints = async (): Promise<void> => {
  const propertyCases = await runLaws(casesALaw);
  const { replanMs, replanChanged: planned } = measureReplan();
  console.log(
    `10,000 enrolments of 8 steps planned anew: ${Math.round(replanMs)} ms, ${planned} touchpoints changed; bar 2,000 ms`,
  );
  const stored = await measureStoredReplan();
  console.table({ 'planned anew in the database after a holiday': stored });
  const bulk = await measureBulk();
  console.table({ '200 deals to a stage in one update': { ...bulk, bar: '200, at most 2 write calls' } });
  const once = await measureOnce();
  console.table({ 'Tasks under faults, kills and two processes': { ...once, bar: '0 lost, 0 twice' } });
  const panel = await measurePanel();
  console.table({ 'click on done to next step, ms': { ...panel, bar: 'p95 at most 300' } });
  console.log(
    JSON.stringify({
      propertyCases,
      replanMs: Math.round(replanMs),
      replanChanged: stored.movedRows + stored.tasksMoved,
      replanWritten: stored.rowsWritten + stored.tasksWritten,
      panelP95Ms: Math.round(panel.p95),
      ...bulk,
    }),
  );
};
