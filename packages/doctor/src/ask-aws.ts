import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import type { Mistake } from "./mistake.ts";

const answerSchema = v.union([
  v.object({ mistakes: v.array(v.object({ place: v.string(), problem: v.string() })) }),
  v.object({ problem: v.string() }),
]);

/** AWS could not be asked at all: no credentials, no network. */
export class AwsNotAskedError extends Error {
  override readonly name = "AwsNotAskedError";
}

/**
 * Has infra, which knows the stacks, ask AWS what is not as a deployment document has it.
 * @param asker infra's built command
 * @throws {AwsNotAskedError} where nothing could be asked
 */
export async function askAws(document: string, asker: string): Promise<readonly Mistake[]> {
  // With the credentials of whoever asks.
  const { env } = process;
  const { stdout } = await promisify(execFile)(process.execPath, [asker, document], { env });
  const answer = v.parse(answerSchema, JSON.parse(stdout));
  if ("mistakes" in answer) return answer.mistakes;
  throw new AwsNotAskedError(answer.problem);
}
