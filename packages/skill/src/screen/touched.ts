import { type CallForm, callIntentName, dontKnowIntentName } from "@skill-call/call-form";
import type { Intent, IntentRequest, interfaces, Request, RequestEnvelope } from "ask-sdk-model";
import * as v from "valibot";
import type { Touch } from "./screen.ts";

type UserEvent = interfaces.alexa.presentation.apl.UserEvent;

const touchSchema: v.GenericSchema<unknown, Touch> = v.union([
  v.tuple([v.literal("answer"), v.string(), v.string()]),
  v.tuple([v.literal("skip"), v.string()]),
  v.tuple([v.picklist(["yes", "no"]), v.string()]),
  v.tuple([v.literal("change"), v.string()]),
]);

/** What was touched on the page; `undefined` for other requests, and for events of no page of ours. */
export function touchOf(request: Request): Touch | undefined {
  if (request.type !== "Alexa.Presentation.APL.UserEvent") return undefined;
  const touch = v.safeParse(touchSchema, (request as UserEvent).arguments);
  return touch.success ? touch.output : undefined;
}

/**
 * A touch as the words that it stands for: everything that hears words takes it. A yes or no counts only while its own
 * question is open; a page may be touched twice, or late.
 */
export function asSpoken(envelope: RequestEnvelope, form: CallForm): RequestEnvelope {
  const touch = touchOf(envelope.request);
  if (!touch || envelope.session === undefined) return envelope;
  const intent = intentOf(touch, envelope, form);
  if (!intent) return envelope;
  const { requestId, timestamp, locale } = envelope.request;
  const request: IntentRequest = {
    type: "IntentRequest",
    requestId,
    timestamp,
    ...(locale !== undefined && { locale }),
    dialogState: "IN_PROGRESS",
    intent,
  };
  return { ...envelope, request };
}

function intentOf(touch: Touch, envelope: RequestEnvelope, form: CallForm): Intent | undefined {
  if (touch[0] === "change") return undefined;
  if (touch[0] === "answer") return answering(touch[1], touch[2], form);
  const isOpen = touch[1] === openQuestion(envelope);
  if (touch[0] === "skip") return isOpen ? intentNamed(dontKnowIntentName) : undefined;
  const name = touch[0] === "yes" ? "AMAZON.YesIntent" : "AMAZON.NoIntent";
  return isOpen ? intentNamed(name) : undefined;
}

function openQuestion({ session }: RequestEnvelope): unknown {
  const { doubt, asked }: Record<string, unknown> = session?.attributes ?? {};
  return doubt === undefined ? asked : "emergency";
}

function intentNamed(name: string): Intent {
  return { name, confirmationStatus: "NONE" };
}

/** A value of the form, resolved as Alexa's entity resolution would. */
function answering(field: string, id: string, { fields }: CallForm): Intent | undefined {
  if (!fields.some((each) => each.id === field)) return undefined;
  const match = {
    authority: field,
    status: { code: "ER_SUCCESS_MATCH" as const },
    values: [{ value: { name: id, id } }],
  };
  const slot = {
    name: field,
    value: id,
    confirmationStatus: "NONE" as const,
    resolutions: { resolutionsPerAuthority: [match] },
  };
  return { ...intentNamed(callIntentName), slots: { [field]: slot } };
}
