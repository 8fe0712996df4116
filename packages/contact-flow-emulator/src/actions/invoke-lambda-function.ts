import { maxAnswerBytes } from "@skill-call/contact-flow";
import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";
import { writeEvent } from "../contact/write-event.ts";
import type { RunAction, RunningAction } from "../flow/action.ts";
import { type ActionOutcome, failed, next } from "../flow/outcome.ts";
import { mapParameter, millisecondsParameter, textParameter } from "../flow/parameters.ts";
import { tell } from "../flow/scene.ts";

/** A function that fails or is throttled is invoked again, up to three times, while there is time. */
const retries = 3;

/** Invokes the function and keeps its answer in `$.External`. */
export const invokeLambdaFunction: RunAction = async (running) => {
  const { scene, action } = running;
  const functionArn = textParameter(running, "LambdaFunctionARN");
  const stand = scene.instance.override?.("InvokeLambdaFunction", {
    LambdaFunctionARN: functionArn,
  });
  if (stand?.type === "mock") return keep(parsed(stand.value), running);
  const arn = stand?.arn ?? functionArn;
  const lambda = scene.instance.function(arn);
  if (!lambda) return failed("the function is not associated with the instance");
  const invocation = await invokeWithin({ running, lambda, arn });
  if (invocation === undefined) return failed("the function took longer than the block waits");
  if (action.Parameters.InvocationType === "ASYNCHRONOUS") return next;
  return invocation.outcome === "answered"
    ? keep(invocation.payload, running)
    : failed(`the function ${invocation.outcome}: ${invocation.errorType}`);
};

interface Invoking {
  readonly running: RunningAction;
  readonly lambda: LambdaFunction;
  readonly arn: string;
}

/** The first answer, or the last failure; undefined when the block's time was over before there was one. */
async function invokeWithin({ running, lambda, arn }: Invoking): Promise<Invocation | undefined> {
  const { scene } = running;
  const event = writeEvent(scene.contact, mapParameter(running, "LambdaInvocationAttributes"));
  const { clock } = scene.instance;
  const state = { over: false };
  let cancel = () => {};
  const limit = new Promise<undefined>((resolve) => {
    cancel = clock.after(millisecondsParameter(running, "InvocationTimeLimitSeconds"), () => {
      state.over = true;
      resolve(undefined);
    });
  });
  const attempts = async () => {
    let last: Invocation | undefined;
    for (let attempt = 1; attempt <= 1 + retries && !state.over; attempt += 1) {
      tell(scene, { type: "asked", functionArn: arn, event, attempt });
      last = await lambda.invoke(event);
      if (last.outcome === "answered") break;
    }
    return last;
  };
  return Promise.race([attempts(), limit]).finally(() => cancel());
}

function keep(answer: unknown, running: RunningAction): ActionOutcome {
  const { scene, action } = running;
  const functionArn = textParameter(running, "LambdaFunctionARN");
  tell(scene, { type: "answered", functionArn, answer, durationMs: 0 });
  const json = isJson(action.Parameters.ResponseValidation);
  const problem = problemOf(answer, json);
  if (problem !== undefined) return failed(problem);
  scene.contact.external = answer ?? {};
  return next;
}

function isJson(validation: unknown): boolean {
  return (
    typeof validation === "object" &&
    validation !== null &&
    Reflect.get(validation, "ResponseType") === "JSON"
  );
}

/** Why Connect would not take an answer. */
function problemOf(answer: unknown, json: boolean): string | undefined {
  const text = JSON.stringify(answer ?? null);
  if (Buffer.byteLength(text) > maxAnswerBytes) return "the answer has more than 32 KiB";
  if (json) return undefined;
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
    return "the answer is not a flat object of texts";
  }
  const nested = Object.entries(answer).find(
    ([, value]) => typeof value === "object" && value !== null,
  );
  return nested && `the answer's ${nested[0]} is not a text: STRING_MAP takes no nested values`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
