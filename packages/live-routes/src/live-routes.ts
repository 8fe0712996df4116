import {
  type Destination,
  type DocumentUses,
  isRoutesError,
  type RoutableContext,
  type RuleName,
} from "@skill-call/call-routing";
import { type Clock, deadlineIn } from "@skill-call/lambda-config";
import { errorFacts, type Log } from "@skill-call/telemetry";
import { RouteSourceError } from "./errors.ts";
import type { OpenedRoutes } from "./open-routes.ts";
import type { RouteSource } from "./route-source.ts";
import { fixedRoutes, type RouteInUse, type RoutesInUse } from "./routes-in-use.ts";

/** A document is looked for again when the last look is as old as this. */
export const refreshAfterMs = 60_000;

/** One look takes no longer. */
const readWithinMs = 2_000;

/** The first calls wait for the first look until the process is as old as this, beside what else they wait for. */
export const readyWithinMs = 500;

/** Of documents that were taken over; a call rings no longer than the last of them take to follow each other. */
const mostKept = 4;

/** A source that does not answer is told of when it has not done so as often as this; the first time, when nothing was read yet. */
const failuresInARow = 3;

/** Of mistakes that a log line names. */
const mostPlaces = 5;

/** The document of the source is not the one that calls are routed by. */
export type RoutesNotTakenOver = {
  readonly name: "RoutesNotTakenOver";
  /** `mistakes`: it is not fit to route by. `unread`: the source does not hand it out. */
  readonly cause: "mistakes" | "unread";
};

export interface LiveRoutesPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly measure: (metric: RoutesNotTakenOver) => void;
}

export interface LiveRoutesOptions extends LiveRoutesPorts {
  /** What serves until a document could be read. */
  readonly deployed: RoutesInUse;
  readonly source: RouteSource;
  /** @throws {RoutesError} for a document that is not fit to route by */
  readonly open: (text: string) => OpenedRoutes;
}

/** Of an answer of AWS, as the SDK's errors have it. */
function statusOf(error: unknown): number | undefined {
  const { $metadata }: { $metadata?: { httpStatusCode?: number } } = Object(error);
  return $metadata?.httpStatusCode;
}

/**
 * Routes that are exchanged while the process runs. A document is checked before it is taken over, and the one before it
 * serves on where it is not fit or cannot be read. Nobody waits but the first calls of a process: AWS Lambda lets it run
 * while there is something to answer, so that a look which a call has begun may end during a later one.
 */
export class LiveRoutes implements RoutesInUse {
  readonly #options: LiveRoutesOptions;
  readonly #startedAt: number;
  /** The deployed document, and those that were taken over since, by name; the newest last. */
  readonly #kept = new Map<string, RoutesInUse>();
  #newest: RoutesInUse;
  /** The version that the source had last, whether it was fit or not. */
  #seen: string | undefined;
  #seenIsFit = true;
  #failures = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #isReady = false;

  constructor(options: LiveRoutesOptions) {
    this.#options = options;
    this.#newest = options.deployed;
    this.#startedAt = options.clock.monotonic();
    this.refresh();
  }

  get uses(): DocumentUses {
    return this.#newest.uses;
  }

  async ready(): Promise<void> {
    const { clock } = this.#options;
    if (this.#isReady) return;
    const left = this.#startedAt + readyWithinMs - clock.monotonic();
    if (left <= 0) return;
    let cancel = () => {};
    const enough = new Promise<void>((resolve) => {
      cancel = clock.after(left, resolve);
    });
    await Promise.race([this.#looking, enough]);
    cancel();
  }

  refresh(): void {
    const { clock } = this.#options;
    if (this.#looking || clock.monotonic() - this.#lookedAt < refreshAfterMs) return;
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      this.#isReady = true;
    });
  }

  route(context: RoutableContext | undefined): RouteInUse {
    return this.#newest.route(context);
  }

  knows(document: string | undefined): boolean {
    return this.#documentOf(document) !== undefined;
  }

  destinationsOf(rule: RuleName, document: string | undefined): readonly Destination[] {
    return this.#documentOf(document)?.destinationsOf(rule, document) ?? [];
  }

  #documentOf(name: string | undefined): RoutesInUse | undefined {
    if (name === undefined) return this.#newest;
    const { deployed } = this.#options;
    return this.#kept.get(name) ?? (deployed.knows(name) ? deployed : undefined);
  }

  /** Looks once at what the source has. */
  async #look(): Promise<void> {
    const { clock, source } = this.#options;
    const outOfTime = () => new RouteSourceError("out-of-time");
    const begun = clock.monotonic();
    this.#lookedAt = begun;
    try {
      const found = await deadlineIn(readWithinMs, { clock, outOfTime }).within(
        readWithinMs,
        (signal) => source.read(this.#seen, signal),
      );
      this.#failures = 0;
      if (found !== "same") this.#takeOver(found.text, found.version);
      if (!this.#seenIsFit) this.#tell("mistakes");
    } catch (error) {
      // Lambda stopped the process meanwhile: that says nothing of the source.
      if (clock.monotonic() - begun > 2 * readWithinMs) this.#lookedAt = Number.NEGATIVE_INFINITY;
      else this.#notRead(error);
    }
  }

  #takeOver(text: string, version: string): void {
    const { open, log } = this.#options;
    this.#seen = version;
    this.#seenIsFit = false;
    try {
      const opened = open(text);
      this.#seenIsFit = true;
      this.#use(opened);
    } catch (error) {
      const mistakes = isRoutesError(error) ? error.mistakes : [];
      const at = mistakes.slice(0, mostPlaces).map(({ path }) => path || "document");
      log("error", "routes.refused", { ...errorFacts(error), mistakes: mistakes.length, at });
    }
  }

  #use(opened: OpenedRoutes): void {
    const { name, table } = opened;
    const routes = this.#documentOf(name) ?? fixedRoutes(opened);
    if (routes === this.#newest) return;
    this.#newest = routes;
    this.#kept.delete(name);
    this.#kept.set(name, routes);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#options.log("info", "routes.taken-over", { document: name, version: table.version });
  }

  #notRead(error: unknown): void {
    this.#failures += 1;
    const { problem, status } = error instanceof RouteSourceError ? error : {};
    const told = { ...errorFacts(error), problem, status: status ?? statusOf(error) };
    this.#options.log("warn", "routes.not-read", told);
    if (this.#seen === undefined || this.#failures >= failuresInARow) this.#tell("unread");
  }

  #tell(cause: RoutesNotTakenOver["cause"]): void {
    this.#options.measure({ name: "RoutesNotTakenOver", cause });
  }
}
