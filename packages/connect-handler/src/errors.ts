/** A request was given up because the flow's answer was due. */
export class OutOfTimeError extends Error {
  override readonly name = "OutOfTimeError";
  readonly code = "connect-handler.out-of-time";
  readonly budgetMs: number;

  constructor(budgetMs: number) {
    super(`Gave up after ${budgetMs} ms: the flow's answer was due`);
    this.budgetMs = budgetMs;
  }
}
