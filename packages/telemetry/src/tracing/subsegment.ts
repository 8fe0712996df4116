import { randomBytes } from "node:crypto";
import { nameOf } from "../log/error-facts.ts";
import type { Annotations } from "./tracing.ts";

/** Takes a document that is complete. */
export type SendSegment = (document: object) => void;

export interface SubsegmentOptions {
  readonly name: string;
  /** Such as `1-5759e988-bd862e3fe1be46a994272793`. */
  readonly traceId: string;
  /** Of the segment that it is part of. */
  readonly parentId: string;
  /** `aws` for one of AWS's services, `remote` for another. */
  readonly namespace?: "aws" | "remote";
  readonly send: SendSegment;
}

/**
 * One piece of work of a trace, sent when it is over (developer guide of X-Ray, "X-Ray segment documents"). It can hold
 * facts, and of an error its name or code: an error's words may quote a person.
 */
export class Subsegment {
  readonly id = randomBytes(8).toString("hex");
  readonly #options: SubsegmentOptions;
  readonly #startedAt = Date.now();
  readonly #annotations: Record<string, string | number | boolean> = {};
  readonly #parts = new Set<Subsegment>();
  #aws: object | undefined;
  #isOver = false;

  constructor(options: SubsegmentOptions) {
    this.#options = options;
  }

  /** Something that is done within this. */
  part(options: Pick<SubsegmentOptions, "name" | "namespace">): Subsegment {
    const { traceId, send } = this.#options;
    const part = new Subsegment({ ...options, traceId, send, parentId: this.id });
    this.#parts.add(part);
    return part;
  }

  annotate(facts: Annotations): void {
    for (const [name, value] of Object.entries(facts)) {
      if (value !== undefined) this.#annotations[name] = value;
    }
  }

  /** What AWS was asked: operation and table, never what is in them. */
  say(aws: object): void {
    this.#aws = { ...this.#aws, ...aws };
  }

  succeeded(): void {
    this.#end({});
  }

  failed(error: unknown): void {
    this.annotate({ error: nameOf(error) });
    this.#end({ fault: true, ...(isRefused(error) && { error: true }) });
  }

  /** A part that was let go of is over with the whole. */
  #end(outcome: { readonly fault?: true; readonly error?: true }): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const part of this.#parts) part.#end({ fault: true });
    const { name, traceId, parentId, namespace, send } = this.#options;
    send({
      ...{ id: this.id, name, type: "subsegment", trace_id: traceId, parent_id: parentId },
      start_time: this.#startedAt / 1_000,
      end_time: Date.now() / 1_000,
      ...(namespace && { namespace }),
      ...(this.#aws && { aws: this.#aws }),
      ...(Object.keys(this.#annotations).length > 0 && { annotations: this.#annotations }),
      ...outcome,
    });
  }
}

/** Whether a service answered that who asked was wrong (4xx). */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !("$metadata" in error)) return false;
  const { httpStatusCode = 0 } = error.$metadata as { readonly httpStatusCode?: number };
  return httpStatusCode >= 400 && httpStatusCode < 500;
}
