import { resolve } from "node:path";
import { type Arguments, readArguments, readDocument } from "./arguments.ts";
import { deployedSkillId, readAskStates } from "./ask-states.ts";
import { knownSkill } from "./known-skill.ts";
import { stackOf } from "./lambda-settings.ts";
import { readSettings, type Settings } from "./settings.ts";

/** What is to be packaged, and where to. */
export interface Request {
  readonly folder: string;
  readonly settings: Settings;
  /** The template of the Lambda's stack, where that is to be deployed, too. */
  readonly stack: object | undefined;
  /** The skill to update; `undefined` when the ASK CLI is to make one. */
  readonly skillId: string | undefined;
}

export type Asked =
  | { readonly help: true; readonly mistakes?: never; readonly request?: never }
  | { readonly mistakes: readonly string[]; readonly help?: never; readonly request?: never }
  | { readonly request: Request; readonly help?: never; readonly mistakes?: never };

/** Brings together the command line, the settings file and what was deployed from the folder before. */
export function readRequest(args: readonly string[], from: string): Asked {
  try {
    const read = readArguments(args);
    return read.help ? { help: true } : requestOf(read, from);
  } catch (error) {
    return { mistakes: [(error as Error).message] };
  }
}

function requestOf({ given, out, settingsFile, withLambda }: Arguments, from: string): Asked {
  const document = settingsFile === undefined ? {} : readDocument(resolve(from, settingsFile));
  const { settings, mistakes } = readSettings({ ...document, ...given });
  if (mistakes) return { mistakes };
  const folder = resolve(from, out);
  const deployed = deployedSkillId(readAskStates(folder), settings.profile);
  const { mistake, skillId } = knownSkill(settings, deployed);
  if (mistake !== undefined) return { mistakes: [mistake] };
  const { stack, mistakes: ofLambda } = withLambda ? stackIn(settings) : {};
  return ofLambda ? { mistakes: ofLambda } : { request: { folder, settings, skillId, stack } };
}

function stackIn({ lambda, lambdaArn }: Settings): ReturnType<typeof stackOf> {
  if (lambdaArn !== undefined)
    return { mistakes: ["lambdaArn: is known once the Lambda is deployed; leave it out"] };
  if (lambda === undefined)
    return { mistakes: ["lambda: is missing; --with-lambda deploys what the settings say of it"] };
  return stackOf(lambda);
}
