import type { Deployment } from "../deployment/deployment.ts";
import type { Clients, LiveMistake, Question } from "./answer.ts";
import { askOfEncryption } from "./encryption.ts";
import { askOfLambdas } from "./lambdas.ts";
import { askOfNumbers } from "./numbers.ts";
import { askOfTable } from "./table.ts";
import { askOfTopics } from "./topics.ts";

const all = [askOfNumbers, askOfLambdas, askOfTable, askOfEncryption, askOfTopics];

/**
 * What is not as a deployment document has it, as AWS says now. What may not be asked is said, too, and leaves the others.
 * @throws {CredentialsProviderError} of the SDK, where nothing may be asked: there are no credentials
 */
export async function askAws(
  deployment: Deployment,
  clients: Clients,
): Promise<readonly LiveMistake[]> {
  const questions = all.flatMap((asks) => asks(deployment, clients));
  const answers = await Promise.all(questions.map(answerTo));
  return answers.flat();
}

async function answerTo({ place, ask }: Question): Promise<readonly LiveMistake[]> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || !("$metadata" in error)) throw error;
    return [{ place, problem: `could not be asked of AWS: ${error.name}: ${error.message}` }];
  }
}
