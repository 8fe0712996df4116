import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const options = {
  settings: { type: "string" },
  out: { type: "string" },
  "lambda-arn": { type: "string" },
  "skill-id": { type: "string" },
  name: { type: "string" },
  "invocation-name": { type: "string" },
  "privacy-url": { type: "string" },
  "terms-url": { type: "string" },
  "icons-url": { type: "string" },
  profile: { type: "string" },
  "with-lambda": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export interface Arguments {
  readonly help: boolean;
  /** As given; relative to where the command was typed. */
  readonly out: string;
  readonly withLambda: boolean;
  readonly settingsFile?: string;
  /** Settings given as options, by the names that the settings file uses. */
  readonly given: Readonly<Record<string, string>>;
}

export const defaultFolder = "dist/alexa-skill";

/**
 * Reads the command line.
 * @throws {TypeError} when an option is unknown or has no value (`parseArgs`)
 */
export function readArguments(args: readonly string[]): Arguments {
  // `pnpm skill:package -- --help` and `pnpm skill:package --help` are both typed.
  const { values } = parseArgs({ args: args.filter((arg) => arg !== "--"), options });
  const {
    help = false,
    out = defaultFolder,
    settings,
    "with-lambda": withLambda = false,
    ...rest
  } = values;
  const given = Object.entries(rest).map(([option, value]) => [settingName(option), value]);
  return {
    help,
    out,
    withLambda,
    given: Object.fromEntries(given),
    ...(settings === undefined ? {} : { settingsFile: settings }),
  };
}

/** `--lambda-arn` is `lambdaArn` in the settings file. */
function settingName(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Reads the settings file.
 * @throws {TypeError} when it cannot be read, or is not JSON; the message names it
 */
export function readDocument(file: string): object {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new TypeError(`${file} ${problem}`, { cause });
  }
}
