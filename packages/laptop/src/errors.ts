/** The laptop cannot start; the message says what to do. */
export abstract class LaptopError extends Error {
  abstract readonly code: string;
}

/** A package has no built file. */
export class NotBuiltError extends LaptopError {
  override readonly name = "NotBuiltError";
  readonly code = "laptop.not-built";
  readonly packageName: string;

  constructor(packageName: string) {
    super(`packages/${packageName} is not built. Run \`npx -y pnpm@12 build\` first.`);
    this.packageName = packageName;
  }
}

/** There is no checkout around the command. */
export class OutsideRepositoryError extends LaptopError {
  override readonly name = "OutsideRepositoryError";
  readonly code = "laptop.outside-repository";

  constructor() {
    super(
      "This command runs the repository's own Lambdas: run it inside a checkout of skill-call.",
    );
  }
}
