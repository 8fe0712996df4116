import type { Clock } from "@skill-call/emulation";
import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";
import { readResponse, type SkillResponse } from "../response/read-response.ts";

/** Alexa waits no longer: "Request and Response JSON Reference". */
const skillTimeLimitMs = 8000;

/** What Alexa tells a skill whose code failed, whatever the reason was. */
const dispatchProblem = "An exception occurred while dispatching the request to the skill.";

/** What a skill answered, and whether Alexa can carry it out. */
export interface SkillAnswer {
  readonly payload?: unknown;
  readonly response?: SkillResponse;
  /** What Alexa tells the skill about it. */
  readonly problem?: string;
  /** What really happened, for the developer. */
  readonly cause?: string;
  readonly durationMs: number;
}

/** Sends one request to the skill and reads its response. */
export async function askSkill(
  envelope: object,
  skill: LambdaFunction,
  clock: Clock,
): Promise<SkillAnswer> {
  const startedAt = clock.now();
  const invocation = await withinTimeLimit(skill.invoke(envelope), clock);
  const durationMs = clock.now() - startedAt;
  if (invocation === "late")
    return {
      problem: dispatchProblem,
      cause: `The skill has not answered within ${skillTimeLimitMs} ms.`,
      durationMs,
    };
  return { ...answerOf(invocation), durationMs };
}

function answerOf(invocation: Invocation): Omit<SkillAnswer, "durationMs"> {
  if (invocation.outcome !== "answered")
    return {
      problem: dispatchProblem,
      cause: `${invocation.errorType}: ${invocation.message}`,
    };
  const { payload } = invocation;
  const { response, problem } = readResponse(payload);
  return response ? { payload, response } : { payload, problem };
}

function withinTimeLimit<Result>(work: Promise<Result>, clock: Clock): Promise<Result | "late"> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(skillTimeLimitMs, () => resolve("late"));
    work.then(resolve, reject).finally(cancel);
  });
}
