/** Runs of more events than this say nothing new and take long. */
const maxEvents = 20_000;

/** Lists the paths of workflows and runs them: what they go through, and why not all of it. */
export async function tryPaths(workflows, { planPaths, runPaths }) {
  const results = [];
  for (const workflow of workflows)
    results.push(await tryWorkflow(workflow, { planPaths, runPaths }));
  return results;
}

async function tryWorkflow(workflow, { planPaths, runPaths }) {
  const begun = performance.now();
  const plan = planPaths(workflow);
  const planMs = performance.now() - begun;
  const events = plan.paths.reduce((sum, path) => sum + path.events.length, 0);
  const report = events > maxEvents ? undefined : await runPaths(workflow, plan);
  return {
    workflowId: workflow.workflowId,
    paths: plan.paths.length,
    planMs,
    runMs: performance.now() - begun - planMs,
    coverage: plan.coverage,
    gaps: Object.values(plan.gaps),
    failed: (report?.paths ?? [])
      .filter(({ result }) => result === 'failed')
      .map(({ name, problems }) => ({
        name,
        problems: problems.map(({ message }) => message),
      })),
  };
}
