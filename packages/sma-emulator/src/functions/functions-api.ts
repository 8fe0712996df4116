import { randomUUID } from "node:crypto";
import type { LoopbackEnv, LoopbackServer } from "@skill-call/emulation";
import { serveOnLoopback } from "@skill-call/emulation";
import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";
import { type Context, Hono } from "hono";
import type { SmaTrace } from "../sma-trace.ts";

export interface FunctionsApiOptions {
  /** Undefined where there is none of this name. */
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly trace: SmaTrace;
}

/** Lambda's Invoke API, for the functions of the account (API reference, Invoke). */
export function startFunctionsApi(options: FunctionsApiOptions): Promise<LoopbackServer> {
  const app = new Hono<LoopbackEnv>();
  app.post("/2015-03-31/functions/:name/invocations", (c) => invoke(c, options));
  return serveOnLoopback(app);
}

async function invoke(
  c: Context<LoopbackEnv>,
  { functionNamed, trace }: FunctionsApiOptions,
): Promise<Response> {
  const name = shortName(c.req.param("name") ?? "");
  const lambda = functionNamed(name);
  if (!lambda) return refusal(404, "ResourceNotFoundException", `Function not found: ${name}`);
  const event = await eventIn(c);
  if (!event) return refusal(400, "InvalidRequestContentException", "The payload is not JSON.");
  trace({
    from: "skill",
    to: "sma-handler",
    kind: "function.invoked",
    label: `invokes ${name}`,
    detail: event.value,
  });
  switch (c.req.header("x-amz-invocation-type")) {
    case "DryRun":
      return new Response(null, { status: 204, headers: requestId() });
    case "Event":
      void lambda.invoke(event.value);
      return new Response(null, { status: 202, headers: requestId() });
    default:
      return answer(await lambda.invoke(event.value));
  }
}

/** A function is named by itself, by its ARN or a part of it, each with or without a version (API reference, Invoke). */
function shortName(name: string): string {
  return /(?:^|:)function:([^:]+)/.exec(name)?.[1] ?? name.split(":")[0] ?? name;
}

async function eventIn({ req }: Context<LoopbackEnv>): Promise<{ value: unknown } | undefined> {
  const body = await req.text();
  try {
    return { value: body === "" ? {} : JSON.parse(body) };
  } catch {
    return undefined;
  }
}

function answer(invocation: Invocation): Response {
  if (invocation.outcome === "answered") return json(200, invocation.payload);
  const { errorType, message: errorMessage } = invocation;
  return json(200, { errorType, errorMessage }, { "x-amz-function-error": "Unhandled" });
}

function refusal(status: number, errorType: string, Message: string): Response {
  return json(status, { Type: "User", Message }, { "x-amzn-errortype": errorType });
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return new Response(JSON.stringify(body ?? null), {
    status,
    headers: {
      "content-type": "application/json",
      "x-amz-executed-version": "$LATEST",
      ...requestId(),
      ...headers,
    },
  });
}

function requestId() {
  return { "x-amzn-requestid": randomUUID() };
}
