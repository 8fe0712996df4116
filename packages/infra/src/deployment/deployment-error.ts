/** The deployment does not fit; the message lists every mistake with its place. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
  readonly code = "infra.deployment";
  /** One line each: where, and what is wrong there. */
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[], options?: ErrorOptions) {
    const lines = mistakes.map((mistake) => `- ${mistake}`);
    super(`The deployment cannot be used:\n${lines.join("\n")}`, options);
    this.mistakes = mistakes;
  }
}
