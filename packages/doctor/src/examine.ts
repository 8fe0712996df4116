import type { Configuration, Part } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";
import { mistakesOfLambda } from "./mistakes-of-lambda.ts";
import { everyRule } from "./rules/every-rule.ts";

/** Path of a part's built Lambda. */
export type LambdaFile = (part: Part) => string;

/** Everything that is missing or does not go together: first in the Lambdas' own words, then what none sees alone. */
export async function examine(
  configuration: Configuration,
  lambdaFile: LambdaFile,
): Promise<readonly Mistake[]> {
  const started = Object.entries(configuration.environments).map(([name, environment]) => {
    const part = name as Part;
    return { part, file: lambdaFile(part), environment };
  });
  const own = (await Promise.all(started.map(mistakesOfLambda))).flat();
  const among = everyRule.flatMap((rule) => [...rule(configuration)]);
  return [...own, ...among.filter((mistake) => !own.some((said) => isAboutSame(said, mistake)))];
}

function isAboutSame(one: Mistake, other: Mistake): boolean {
  return one.part === other.part && one.place === other.place;
}
