/** One thing that is wrong with the file. */
export interface ConfigMistake {
  /** Such as `sipRules[0].toPhoneNumber`; empty for the file as a whole. */
  readonly path: string;
  readonly problem: string;
}

/** The emulator's configuration is not fit to start with; the message lists everything that is wrong. */
export class EmulatorConfigError extends Error {
  override readonly name = "EmulatorConfigError";
  readonly code = "emulator.config";
  readonly file: string;
  readonly mistakes: readonly ConfigMistake[];

  constructor(file: string, mistakes: readonly ConfigMistake[], options?: ErrorOptions) {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    super([`${file} has ${count}:`, ...mistakes.map(line)].join("\n"), options);
    this.file = file;
    this.mistakes = mistakes;
  }
}

function line({ path, problem }: ConfigMistake): string {
  return path === "" ? `- ${problem}` : `- ${path}: ${problem}`;
}
