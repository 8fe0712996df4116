import { errorFacts } from "../log/error-facts.ts";
import type { Log } from "../log/log.ts";
import { type SendSegment, Subsegment } from "./subsegment.ts";
import { traceOfInvocation } from "./trace-of-invocation.ts";
import { traceClient } from "./traced-client.ts";
import type { AwsOperation, Tracing } from "./tracing.ts";
import { xRayDaemon } from "./x-ray-daemon.ts";

export interface XRayTracingOptions {
  readonly service: string;
  readonly log: Log;
  /** Opens the way to X-Ray, when the first invocation is sampled. */
  readonly open?: () => SendSegment;
}

/**
 * Traces the invocations that are sampled, in X-Ray's own documents. Whatever fails here, the answer is the handler's. A
 * process answers one invocation at a time, so that what is asked meanwhile belongs to it.
 */
export function xRayTracing({ service, log, open = openDaemon }: XRayTracingOptions): Tracing {
  const daemon = new WayToXRay(open, log);
  let isFirst = process.env.AWS_LAMBDA_INITIALIZATION_TYPE !== "provisioned-concurrency";
  let invocation: Subsegment | undefined;
  return {
    handler:
      (handle) =>
      async (...args) => {
        const begun = invocationSubsegment(daemon);
        begun?.annotate({ Service: service, ColdStart: isFirst });
        isFirst = false;
        invocation = begun;
        return followed(begun, async () => handle(...args));
      },
    annotate: (facts) => invocation?.annotate(facts),
    client: (client) => {
      traceClient(client, (name) => invocation?.part({ name, namespace: "aws" }));
      return client;
    },
    request:
      (asked, send) =>
      async (...args) =>
        followed(invocation && requestSubsegment(invocation, asked), async () => send(...args)),
  };
}

const openDaemon = () => xRayDaemon(process.env.AWS_XRAY_DAEMON_ADDRESS);

/** A subsegment of Lambda's own segment; `undefined` where this invocation is not sampled. */
function invocationSubsegment(daemon: WayToXRay): Subsegment | undefined {
  const { traceId, parentId, isSampled } = traceOfInvocation();
  if (!isSampled || isSwitchedOff() || traceId === undefined || parentId === undefined) {
    return undefined;
  }
  const send: SendSegment = (document) => daemon.send(document);
  return new Subsegment({ name: `## ${process.env._HANDLER}`, traceId, parentId, send });
}

function isSwitchedOff(): boolean {
  return process.env.POWERTOOLS_TRACE_ENABLED?.trim().toLowerCase() === "false";
}

function requestSubsegment(whole: Subsegment, asked: string | AwsOperation): Subsegment {
  if (typeof asked === "string") return whole.part({ name: asked, namespace: "remote" });
  const { service, operation, tableName } = asked;
  const part = whole.part({ name: service, namespace: "aws" });
  part.say({ operation, ...(tableName !== undefined && { table_name: tableName }) });
  return part;
}

async function followed<Answer>(
  subsegment: Subsegment | undefined,
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await run();
    subsegment?.succeeded();
    return answer;
  } catch (error) {
    subsegment?.failed(error);
    throw error;
  }
}

/** What is sent to X-Ray: a trace is worth no call, so that a fault ends here. */
class WayToXRay {
  readonly #open: () => SendSegment;
  readonly #log: Log;
  #opened: SendSegment | undefined;

  constructor(open: () => SendSegment, log: Log) {
    this.#open = open;
    this.#log = log;
  }

  send(document: object): void {
    this.#opened ??= this.#openOnce();
    try {
      this.#opened(document);
    } catch (error) {
      this.#log("warn", "trace.failed", errorFacts(error));
    }
  }

  /** What cannot be opened is not tried again. */
  #openOnce(): SendSegment {
    try {
      return this.#open();
    } catch (error) {
      this.#log("warn", "trace.unavailable", errorFacts(error));
      return () => {};
    }
  }
}
