/** Whose code runs right now and on what: stands beside its log lines and errors. */
export const running: { moduleId: string | undefined; phase: string; position: number | undefined } = {
  moduleId: undefined,
  phase: 'load',
  position: undefined,
};

/** Runs for a module, and for an event where there is one; whatever ran before goes on afterwards. */
export const runningFor = <Result>(moduleId: string, position: number | undefined, run: () => Result): Result => {
  const before = { ...running };
  running.moduleId = moduleId;
  running.position = position;
  try {
    return run();
  } finally {
    running.moduleId = before.moduleId;
    running.position = before.position;
    running.phase = before.phase;
  }
};
