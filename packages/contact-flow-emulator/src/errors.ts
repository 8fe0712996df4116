/** One thing that is wrong with what the emulator was given. */
export interface ConfigMistake {
  /** Such as `flows[0].file` or `flows[0] Actions[3].Parameters.Text`; empty for the file as a whole. */
  readonly place: string;
  readonly problem: string;
}

/** What the emulator was given is not fit to run: its configuration, a flow, a test case. It lists every mistake. */
export class EmulatorConfigError extends Error {
  override readonly name = "EmulatorConfigError";
  readonly code = "contact-flow-emulator.config";
  readonly mistakes: readonly ConfigMistake[];

  constructor(what: string, mistakes: readonly ConfigMistake[], options?: ErrorOptions) {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    super([`${what} has ${count}:`, ...mistakes.map(line)].join("\n"), options);
    this.mistakes = mistakes;
  }
}

function line({ place, problem }: ConfigMistake): string {
  return place === "" ? `- ${problem}` : `- ${place}: ${problem}`;
}
