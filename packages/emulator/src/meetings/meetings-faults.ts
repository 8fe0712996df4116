import type { MeetingsErrorCode } from "./api-error.ts";

export const meetingsOperations = [
  "CreateMeeting",
  "CreateMeetingWithAttendees",
  "GetMeeting",
  "DeleteMeeting",
  "CreateAttendee",
  "GetAttendee",
  "ListAttendees",
  "DeleteAttendee",
] as const;
export type MeetingsOperation = (typeof meetingsOperations)[number];

/** What can go wrong with one request. */
export type MeetingsFault =
  /** The service says no. */
  | { readonly kind: "error"; readonly code: MeetingsErrorCode; readonly message?: string }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The right answer, late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection breaks before the request is carried out. */
  | { readonly kind: "connection-reset" }
  /** The request is carried out, then the connection breaks. */
  | { readonly kind: "answer-lost" }
  /** CreateAttendee answers a token that opens nothing. */
  | { readonly kind: "invalid-token" };

export interface InjectOptions {
  /** Only this operation; every one without it. */
  readonly operation?: MeetingsOperation;
  /** How many requests it befalls; all without it. */
  readonly times?: number;
}

/** Faults to befall the requests to come. */
export interface MeetingsFaults {
  inject(fault: MeetingsFault, options?: InjectOptions): void;
  clear(): void;
}

interface Plan {
  readonly fault: MeetingsFault;
  readonly operation: MeetingsOperation | undefined;
  left: number;
}

/** The faults still to come, oldest first. */
export class MeetingsFaultQueue implements MeetingsFaults {
  #plans: Plan[] = [];

  inject(fault: MeetingsFault, options: InjectOptions = {}): void {
    const left = options.times ?? Number.POSITIVE_INFINITY;
    this.#plans.push({ fault, operation: options.operation, left });
  }

  clear(): void {
    this.#plans = [];
  }

  /** The fault of this request, if one is due. */
  take(operation: MeetingsOperation): MeetingsFault | undefined {
    const plan = this.#plans.find(
      (each) => each.operation === undefined || each.operation === operation,
    );
    if (!plan) return undefined;
    plan.left -= 1;
    if (plan.left <= 0) this.#plans.splice(this.#plans.indexOf(plan), 1);
    return plan.fault;
  }
}
