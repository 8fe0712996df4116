/** Runs `task` after so many milliseconds; the answer cancels it. */
export type After = (milliseconds: number, task: () => void) => () => void;

export const systemAfter: After = (milliseconds, task) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};
