import type { LoopbackEnv, LoopbackServer } from "@skill-call/emulation";
import { serveOnLoopback } from "@skill-call/emulation";
import { Hono } from "hono";
import * as v from "valibot";
import type { Sma, SmaCall, SmaCallee } from "./sma.ts";
import {
  NotHeardError,
  NotOverError,
  NotToldError,
  SmaTestError,
  TestRequestError,
} from "./sma-test-error.ts";

/** What a client waited for did not come. */
const notInTime = 408;

/** The test API over HTTP, for tests in other languages: docs/emulator/testing-calls.md lists the requests. */
export function startTestServer(sma: Sma, port?: number): Promise<LoopbackServer> {
  const app = new Hono<LoopbackEnv>();
  const route = <Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    run: (body: v.InferOutput<Schema>, call: SmaCall) => Promise<unknown>,
  ) =>
    app.post(path, async (c) => {
      const body: unknown = await c.req.json().catch(() => ({}));
      const call = callNamed(sma, c.req.param("id"));
      if (c.req.param("id") !== undefined && !call)
        return c.json(problem("There is no such call."), 404);
      const answered = await run(v.parse(schema, body), call ?? noCall);
      return c.json((answered ?? (call ? callAnswer(call) : {})) as object);
    });

  route("/calls", callBody, async (body) => callAnswer(await sma.call(body)));
  route("/outbound-calls", createCallBody, async (body) => callAnswer(await sma.createCall(body)));
  route("/calls/:id/heard", heardBody, (body, call) => call.heard(wanted(body), body));
  route("/calls/:id/told", toldBody, (body, call) => call.told(body.eventType, body));
  route("/calls/:id/press", pressBody, ({ digits }, call) => call.press(digits));
  route("/calls/:id/say", sayBody, ({ text }, call) => call.say(text));
  route("/calls/:id/hang-up", nothing, (_, call) => call.hangUp());
  route("/calls/:id/over", withinBody, (body, call) => call.over(body));
  route("/callee", calleeBody, (body) => calleeDoes(body, sma));
  route("/faults", faultBody, async ({ fault }) => {
    if (fault === undefined) sma.clearFaults();
    else sma.fault(fault);
  });
  app.get("/calls/:id", (c) => {
    const call = callNamed(sma, c.req.param("id"));
    return call ? c.json(callAnswer(call)) : c.json(problem("There is no such call."), 404);
  });
  app.notFound((c) => c.json(problem(`There is no ${c.req.method} ${c.req.path}.`), 404));
  app.onError((error, c) => {
    const waited = [NotHeardError, NotToldError, NotOverError].some(
      (kind) => error instanceof kind,
    );
    return c.json(problem(wordsOf(error), error), waited ? notInTime : 400);
  });
  return serveOnLoopback(app, port);
}

const text = v.string();
const texts = v.optional(v.record(text, text));
const ms = v.optional(v.pipe(v.number(), v.minValue(0)));
const nothing = v.object({});
const withinBody = v.object({ withinMs: ms });
const callBody = v.object({ from: v.optional(text), to: v.optional(text), headers: texts });
const createCallBody = v.object({
  ...callBody.entries,
  arguments: texts,
  sipMediaApplicationId: v.optional(text),
});
const heardBody = v.object({
  text: v.optional(text),
  pattern: v.optional(text),
  by: v.optional(v.picklist(["caller", "callee", "contact-centre"])),
  withinMs: ms,
});
const toldBody = v.object({ eventType: text, withinMs: ms });
const pressBody = v.object({ digits: text });
const sayBody = v.object({ text });
const calleeBody = v.object({
  does: v.optional(
    v.picklist(["answers", "busy", "declines", "doesNotAnswer", "outOfReach", "hangUp"]),
  ),
  presses: v.optional(text),
  number: v.optional(text),
  afterMs: ms,
  hangsUpAfterMs: ms,
});
const faultBody = v.object({ fault: v.optional(text) });

function wanted({ text: what, pattern }: v.InferOutput<typeof heardBody>): string | RegExp {
  return pattern === undefined ? (what ?? "") : new RegExp(pattern);
}

async function calleeDoes(
  { does, presses, number, ...options }: v.InferOutput<typeof calleeBody>,
  sma: Sma,
): Promise<void> {
  const callee: SmaCallee = number === undefined ? sma.callee : sma.phone(number);
  if (presses !== undefined) await callee.press(presses);
  if (does === "answers") callee.answers(options);
  else if (does !== undefined) await callee[does]();
}

function callNamed(sma: Sma, id: string | undefined): SmaCall | undefined {
  return sma.calls.find(({ transactionId }) => transactionId === id);
}

/** Stands where a path names no call. */
const noCall = {} as SmaCall;

function callAnswer(call: SmaCall) {
  const { transactionId: id, state, events, answers, sounds, problems, warnings } = call;
  const { refusedWith } = call;
  return {
    ...{ id, state, events, answers, sounds, problems, warnings },
    ...(refusedWith !== undefined && { refusedWith }),
  };
}

function wordsOf(error: Error): string {
  if (!(error instanceof v.ValiError)) return error.message;
  return error.issues
    .map((issue) => `${v.getDotPath(issue) ?? "The body"}: ${issue.message}`)
    .join("; ");
}

function problem(message: string, error?: Error) {
  const { code } = error instanceof SmaTestError ? error : new TestRequestError(message);
  return { code, message };
}
