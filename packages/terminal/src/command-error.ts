/** The command cannot do what it was asked to; the message says what is wrong and what would be right. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code = "cli.cannot";
}
