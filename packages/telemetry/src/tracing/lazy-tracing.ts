import { errorFacts } from "../log/error-facts.ts";
import type { Log } from "../log/log.ts";
import { isSampled } from "./is-sampled.ts";
import type { AwsClient, Tracing } from "./tracing.ts";

/** The module that does the tracing. */
export type XRay = typeof import("./x-ray.ts");

export interface LazyTracingOptions {
  readonly service: string;
  readonly log: Log;
  readonly load?: () => Promise<XRay>;
}

/**
 * Traces the invocations that are sampled. The first of them loads what that takes; until then no caller waits for
 * it. Whatever fails here, the answer is the handler's.
 */
export function lazyTracing({ service, log, load = loadXRay }: LazyTracingOptions): Tracing {
  const xRay = new LazyXRay(load, log);
  let isFirst = process.env.AWS_LAMBDA_INITIALIZATION_TYPE !== "provisioned-concurrency";
  return {
    handler:
      (handle) =>
      async (...args) => {
        const facts = { Service: service, ColdStart: isFirst };
        isFirst = false;
        if (isSampled()) await xRay.load();
        return xRay.follow(
          () => handle(...args),
          ({ traceInvocation }, run) => traceInvocation(run, facts),
        );
      },
    annotate: (facts) => xRay.attempt(({ annotate }) => annotate(facts)),
    client: (client) => xRay.withClient(client),
    request:
      (name, send) =>
      (...args) =>
        xRay.follow(
          () => send(...args),
          ({ traceRequest }, run) => traceRequest(run, name),
        ),
  };
}

const loadXRay = () => import("./x-ray.ts");

/** The module that does the tracing, once it is loaded. */
class LazyXRay {
  readonly #load: () => Promise<XRay>;
  readonly #log: Log;
  readonly #clients: AwsClient[] = [];
  #loading: Promise<void> | undefined;
  #loaded: XRay | undefined;

  constructor(load: () => Promise<XRay>, log: Log) {
    this.#load = load;
    this.#log = log;
  }

  /** Loads it, once; what cannot be loaded is not tried again. */
  load(): Promise<void> {
    this.#loading ??= this.#loadWithClients();
    return this.#loading;
  }

  async #loadWithClients(): Promise<void> {
    try {
      const xRay = await this.#load();
      for (const client of this.#clients) xRay.traceClient(client);
      this.#loaded = xRay;
    } catch (error) {
      this.#log("warn", "trace.unavailable", errorFacts(error));
    }
  }

  withClient<Client extends AwsClient>(client: Client): Client {
    this.#clients.push(client);
    this.#use(({ traceClient }) => traceClient(client));
    return client;
  }

  /** Does something with it in a sampled invocation. */
  attempt(use: (xRay: XRay) => void): void {
    if (isSampled()) this.#use(use);
  }

  /** A trace is worth no call: a fault ends here. */
  #use(use: (xRay: XRay) => void): void {
    if (this.#loaded === undefined) return;
    try {
      use(this.#loaded);
    } catch (error) {
      this.#log("warn", "trace.failed", errorFacts(error));
    }
  }

  /** The answer of `run`, which is called once, whatever becomes of its trace. */
  follow<Answer>(
    run: () => Promise<Answer>,
    trace: (xRay: XRay, run: () => Promise<Answer>) => void,
  ): Promise<Answer> {
    const start = async () => run();
    let answer: Promise<Answer> | undefined;
    const once = () => {
      answer ??= start();
      return answer;
    };
    this.attempt((xRay) => trace(xRay, once));
    return once();
  }
}
