import { resolve } from "node:path";
import {
  createBuiltLambda,
  createInProcessLambda,
  type Environment,
  type LambdaFunction,
  type LambdaHandler,
  type LambdaLog,
} from "@skill-call/lambda-runner";
import { SkillPackageError } from "./alexa-error.ts";
import type { AlexaOptions } from "./alexa-options.ts";
import { readSkillPackage } from "./skill-package/read-skill-package.ts";
import type { SkillPackage } from "./skill-package/skill-package.ts";
import { type Alexa, startAlexa } from "./start-alexa.ts";

export interface TestAlexaOptions extends Omit<AlexaOptions, "model" | "skill" | "locale"> {
  /**
   * The skill's code: its handler, which then runs in this process; or its file (JavaScript, TypeScript, Python),
   * which runs in a process of its own, as Lambda would run it.
   */
  readonly skill: LambdaHandler | LambdaFunction | string;
  /** Of a file: `index.handler`, or the export alone; `handler` without it. */
  readonly handler?: string;
  /** Of a file: the variables of its Lambda function. */
  readonly environment?: Environment;
  /** Of a file: hears every line that it writes. */
  readonly log?: LambdaLog;
  /** Of a file: loads it anew once it, or one beside it, has changed. */
  readonly reload?: boolean;
  /** The folder `skill-package`, or `models`, or the JSON file of one interaction model. */
  readonly skillPackage: string;
  /** BCP 47; the first of the skill package's without it. */
  readonly locale?: string;
}

/**
 * Puts an Alexa device with this skill into the test: everything that the skill package says of it is known.
 * @throws {SkillPackageError} when the skill package cannot be read, or has no model for the locale
 * @throws {InvalidModelError} when Alexa would not build the model
 * @throws {UnknownLocaleError} when the emulator does not speak the locale's language
 * @example
 * const alexa = await testAlexa({ skill: handler, skillPackage: "skill-package", locale: "en-US" });
 * const turn = await alexa.say("open space facts");
 * expect(turn.speech).toContain("Here's your fact");
 * await alexa.close();
 */
export async function testAlexa(options: TestAlexaOptions): Promise<Alexa> {
  const { skillPackage: path, locale: wanted, skill: given, ...rest } = options;
  const skillPackage = readSkillPackage(path, wanted);
  const { locale, model } = modelFor(skillPackage, wanted);
  const skill = lambdaOf(given, options);
  const name = skillPackage.manifest?.names.get(locale);
  const alexa = await startAlexa({
    ...(name !== undefined && { skillName: name }),
    interfaces: skillPackage.manifest?.interfaces ?? [],
    ...rest,
    customer: { products: skillPackage.products, ...rest.customer },
    model,
    locale,
    skill,
  }).catch(async (error) => {
    await skill.close();
    throw error;
  });
  await started(skill, options);
  return {
    ...alexa,
    // A copy would keep the state of now.
    get player() {
      return alexa.player;
    },
    close: async () => {
      await Promise.all([alexa.close(), skill.close()]);
    },
  };
}

/** Alexa's patience is for the answer: nobody loses a first turn to a machine that is slow to start the skill. */
async function started(skill: LambdaFunction, { log }: TestAlexaOptions): Promise<void> {
  const error = await skill.warm();
  if (!error) return;
  const line = `The skill does not start: ${error.errorType}: ${error.message}`;
  log?.({ functionName: skill.name, stream: "stderr", line });
}

function modelFor({ models }: SkillPackage, wanted: string | undefined) {
  const [first = "en-US"] = models.keys();
  const locale = wanted ?? first;
  const model = models.get(locale);
  if (model === undefined) {
    const there = [...models.keys()].join(", ");
    throw new SkillPackageError(`There is no model for ${locale}; there is ${there}.`);
  }
  return { locale, model };
}

function lambdaOf(skill: TestAlexaOptions["skill"], options: TestAlexaOptions): LambdaFunction {
  const { handler, environment, log, clock, reload = false } = options;
  // As long as Alexa waits: what a skill's Lambda is given in the ASK CLI's templates.
  const limits = { name: "skill", timeoutMs: 8000, ...(clock && { clock }) };
  if (typeof skill === "function") return createInProcessLambda({ ...limits, handler: skill });
  if (typeof skill === "object") return skill;
  return createBuiltLambda({
    ...limits,
    file: resolve(skill),
    reload,
    ...(handler !== undefined && { handler }),
    ...(environment && { environment }),
    ...(log && { log }),
  });
}
