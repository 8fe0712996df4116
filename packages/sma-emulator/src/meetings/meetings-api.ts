import { type LoopbackEnv, unanswered } from "@skill-call/emulation";
import { type Context, Hono } from "hono";
import { MeetingsApiError, type MeetingsErrorCode } from "./api-error.ts";
import type { MeetingRegistry } from "./meeting-registry.ts";
import type { MeetingsFault } from "./meetings-faults.ts";
import { type MeetingsOperation, operationsOn } from "./operations.ts";

type ApiContext = Context<LoopbackEnv>;

/** One request as the API carried it out, for observers. */
export interface ApiExchange {
  readonly operation: MeetingsOperation;
  /** Who asked: the access key ID that the request is signed with. */
  readonly accessKeyId?: string;
  readonly request: unknown;
  /** What became of it; absent where an injected fault left the request unheard. */
  readonly answer?: ApiAnswer;
  readonly fault?: MeetingsFault;
  readonly durationMs: number;
}

export interface MeetingsApiPorts {
  readonly registry: MeetingRegistry;
  readonly now: () => number;
  /** A fresh UUID, for request IDs. */
  readonly newId: () => string;
  /** The fault that shall befall this request, if any. */
  readonly takeFault: (operation: MeetingsOperation) => MeetingsFault | undefined;
  readonly wait: (ms: number) => Promise<void>;
  readonly onExchange: (exchange: ApiExchange) => void;
}

/** The Amazon Chime SDK meetings API (rest-json; paths as in client-chime-sdk-meetings, schemas). */
export function meetingsApi(ports: MeetingsApiPorts): Hono<LoopbackEnv> {
  const app = new Hono<LoopbackEnv>();
  const handlerOf = operationHandlers(ports);
  const createMeeting = handlerOf("CreateMeeting");
  const createMeetingWithAttendees = handlerOf("CreateMeetingWithAttendees");

  app.post("/meetings", (c) =>
    c.req.query("operation") === "create-attendees"
      ? createMeetingWithAttendees(c)
      : createMeeting(c),
  );
  app.get("/meetings/:meetingId", handlerOf("GetMeeting"));
  app.delete("/meetings/:meetingId", handlerOf("DeleteMeeting"));
  app.get("/meetings/:meetingId/attendees", handlerOf("ListAttendees"));
  app.post("/meetings/:meetingId/attendees", handlerOf("CreateAttendee"));
  app.get("/meetings/:meetingId/attendees/:attendeeId", handlerOf("GetAttendee"));
  app.delete("/meetings/:meetingId/attendees/:attendeeId", handlerOf("DeleteAttendee"));
  app.notFound((c) => {
    const what = `${c.req.method} ${c.req.path} is not emulated.`;
    return response(refusal(new MeetingsApiError("NotFoundException", what)), ports.newId());
  });
  return app;
}

function operationHandlers(ports: MeetingsApiPorts) {
  const operations = operationsOn(ports.registry);

  return (operation: MeetingsOperation) => async (c: ApiContext) => {
    const startedAt = ports.now();
    const fault = ports.takeFault(operation);
    const accessKeyId = signer(c.req.header("authorization"));
    const body: unknown = await c.req.json().catch(() => undefined);
    const tell = (answer?: ApiAnswer) =>
      ports.onExchange({
        operation,
        ...(accessKeyId && { accessKeyId }),
        request: { ...c.req.param(), ...(body as object) },
        ...(answer && { answer }),
        ...(fault && { fault }),
        durationMs: ports.now() - startedAt,
      });

    if (fault?.kind === "delay") await ports.wait(fault.ms);
    if (fault?.kind === "hang" || fault?.kind === "connection-reset") {
      tell();
      return unanswered(c, fault.kind);
    }
    const answer = apiAnswer(() => {
      if (!accessKeyId) throw unsigned();
      const { meetingId = "", attendeeId = "" } = c.req.param() as Record<string, string>;
      return operations[operation]({ meetingId, attendeeId, body });
    }, fault);
    tell(answer);
    return fault?.kind === "answer-lost"
      ? unanswered(c, "connection-reset")
      : response(answer, ports.newId());
  };
}

/** Whose key the request is signed with. Signatures are not checked here, but one has to be there. */
function signer(authorization = ""): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(authorization)?.[1];
}

function unsigned(): MeetingsApiError {
  return new MeetingsApiError("UnauthorizedException", "The request is not signed (SigV4).");
}

function response(answer: ApiAnswer, requestId: string): Response {
  const headers = new Headers({ "x-amzn-requestid": requestId });
  if (answer.errorType) headers.set("x-amzn-errortype", answer.errorType);
  if (!answer.body) return new Response(null, { status: answer.status, headers });
  headers.set("content-type", "application/json");
  const body = answer.errorType ? { ...answer.body, RequestId: requestId } : answer.body;
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}

/** What the API answers; without a body it is 204. */
interface ApiAnswer {
  readonly status: number;
  readonly body?: object;
  /** Goes into the `x-amzn-errortype` header. */
  readonly errorType?: MeetingsErrorCode;
}

/** The answer to a request, the way the fault that befell it leaves it. */
function apiAnswer(run: () => object | undefined, fault?: MeetingsFault): ApiAnswer {
  try {
    if (fault?.kind === "error") throw new MeetingsApiError(fault.code, `${fault.code} (injected)`);
    const body = run();
    if (body === undefined) return { status: 204 };
    return { status: 200, body: fault?.kind === "invalid-token" ? withInvalidToken(body) : body };
  } catch (error) {
    if (error instanceof MeetingsApiError) return refusal(error);
    throw error;
  }
}

function refusal(error: MeetingsApiError): ApiAnswer {
  return {
    status: error.status,
    errorType: error.code,
    body: { Code: error.code.replace(/Exception$/, ""), Message: error.message },
  };
}

function withInvalidToken(body: object): object {
  if (!("Attendee" in body)) return body;
  return { Attendee: { ...(body.Attendee as object), JoinToken: "dGhpcyBvcGVucyBub3RoaW5n" } };
}
