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

/** An SMA Lambda of one's own, or the repository's with routes of one's own, does not even start. */
export class LambdaCannotStartError extends LaptopError {
  override readonly name = "LambdaCannotStartError";
  readonly code = "laptop.lambda-cannot-start";
  /** As Lambda would report it. */
  readonly errorType: string;

  /** @param place the file, or the routes that it was started with */
  constructor(
    place: string,
    { errorType, message }: { readonly errorType: string; readonly message: string },
  ) {
    super(`${place} cannot start, so nothing was called. ${errorType}: ${message}`);
    this.errorType = errorType;
  }
}

/** Somebody else listens on the port that the call console was to have. */
export class PortTakenError extends LaptopError {
  override readonly name = "PortTakenError";
  readonly code = "laptop.port-taken";

  constructor(options?: ErrorOptions) {
    super("The port of --port is taken. Name another, or none: then a free one is found.", options);
  }
}

/** A reason, a field or a value that the call form does not have. */
export class NotInFormError extends LaptopError {
  override readonly name = "NotInFormError";
  readonly code = "laptop.not-in-form";
}

/** A folder holds no skill that can be started. */
export class SkillFolderError extends LaptopError {
  override readonly name = "SkillFolderError";
  readonly code = "laptop.skill-folder";
  readonly folder: string;

  constructor(folder: string, problem: string, options?: ErrorOptions) {
    super(`There is no skill to start in ${folder}. ${problem}`, options);
    this.folder = folder;
  }
}

/** The sample caller knows nothing to say to a question that has to be answered. */
export class NoSampleAnswerError extends LaptopError {
  override readonly name = "NoSampleAnswerError";
  readonly code = "laptop.no-sample-answer";
  readonly field: string;

  constructor(field: string) {
    super(
      `The demo has no answer that fits the check of ${field}. Try the form with \`talk --form\`.`,
    );
    this.field = field;
  }
}
