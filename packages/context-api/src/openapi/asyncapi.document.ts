import { namedSchemas } from "./named-schemas.ts";

/** A CloudEvent of a call's life; what the Lambda of call-events sends. */
const lifeEvent = {
  type: "object",
  required: ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
  properties: {
    specversion: { const: "1.0" },
    id: { type: "string", description: "The same for each delivery of the same event." },
    source: { const: "/skill-call/call-contexts" },
    type: {
      type: "string",
      enum: ["skill-call.call.claimed", "skill-call.call.connected", "skill-call.call.ended"],
    },
    subject: { $ref: "#/components/schemas/ContextHash" },
    time: { type: "string", format: "date-time" },
    datacontenttype: { const: "application/json" },
    data: {
      type: "object",
      required: ["contextHash", "status"],
      properties: {
        contextHash: { $ref: "#/components/schemas/ContextHash" },
        status: { type: "string", enum: ["claimed", "connected", "ended", "failed"] },
        callStarter: { type: "string" },
      },
    },
  },
};

/** What a rule of the bus sees (EventBridge user guide, "Events"). */
const busEvent = {
  type: "object",
  required: ["source", "detail-type", "detail"],
  properties: {
    source: { const: "skill-call" },
    "detail-type": { type: "string", description: "The CloudEvent's type." },
    detail: { $ref: "#/components/schemas/LifeEvent" },
  },
};

const webhookHeaders = {
  type: "object",
  required: ["webhook-id", "webhook-timestamp", "webhook-signature"],
  properties: {
    "webhook-id": { type: "string", description: "The event's id." },
    "webhook-timestamp": { type: "string", pattern: "^\\d+$", description: "Epoch seconds." },
    "webhook-signature": {
      type: "string",
      description: "v1, and a base64 HMAC-SHA256, one for each secret (Standard Webhooks 1.0.0).",
    },
  },
};

const { Context, Status, Timeline, TimelineEntry, ContextSnapshot, ContextId } = namedSchemas();

/** The AsyncAPI document: what is sent without being asked for. The build makes it, as it makes the OpenAPI document. */
export default JSON.stringify({
  asyncapi: "3.0.0",
  id: "urn:skill-call:context-api",
  info: {
    title: "skill-call call events",
    version: "1.0.0",
    description:
      "What is told of a call while it goes on: by webhook or event bus to systems, by server-sent events to who has its context ID.",
    license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    contact: { name: "Whoever runs this API", url: "https://www.asyncapi.com" },
    tags: [{ name: "calls", description: "What happens to a call" }],
  },
  defaultContentType: "application/json",
  channels: {
    webhook: {
      address: null,
      description: "The URL that WEBHOOK_URL of call-events names: one POST for each event.",
      messages: { callLife: { $ref: "#/components/messages/CallLife" } },
    },
    eventBus: {
      address: null,
      description: "The event bus that EVENT_BUS of call-events names, instead of a webhook.",
      messages: { callLifeOnBus: { $ref: "#/components/messages/CallLifeOnBus" } },
    },
    contextEvents: {
      address: "/v1/contexts/{contextId}/events",
      description: "Server-sent events; /openapi.json says how they are asked for.",
      parameters: { contextId: { description: "A key to personal data: never log it." } },
      messages: {
        context: { $ref: "#/components/messages/ContextChanged" },
        gone: { $ref: "#/components/messages/ContextGone" },
      },
    },
  },
  operations: {
    tellOfCalls: {
      action: "send",
      summary:
        "Tells when a call is claimed, connected and ended, at least once and in the call's order",
      channel: { $ref: "#/channels/webhook" },
    },
    putOnBus: {
      action: "send",
      summary: "Puts the same events on an event bus of Amazon EventBridge",
      channel: { $ref: "#/channels/eventBus" },
    },
    tellOfContext: {
      action: "send",
      summary: "Tells a context and its timeline now, and whenever they change",
      channel: { $ref: "#/channels/contextEvents" },
    },
  },
  components: {
    messages: {
      CallLife: {
        name: "CallLife",
        title: "A call is claimed, connected or ended",
        contentType: "application/cloudevents+json",
        headers: webhookHeaders,
        payload: { $ref: "#/components/schemas/LifeEvent" },
      },
      CallLifeOnBus: {
        name: "CallLifeOnBus",
        title: "A call is claimed, connected or ended, as a rule of the bus sees it",
        contentType: "application/json",
        payload: { $ref: "#/components/schemas/BusEvent" },
      },
      ContextChanged: {
        name: "context",
        title: "How things are",
        payload: { $ref: "#/components/schemas/ContextSnapshot" },
      },
      ContextGone: {
        name: "gone",
        title: "The context's time is over",
        payload: { type: "object" },
      },
    },
    schemas: {
      ContextHash: {
        type: "string",
        pattern: "^[0-9a-f]{12}$",
        description: "The context ID's short SHA-256: it finds lines in logs, and nothing else.",
      },
      LifeEvent: lifeEvent,
      BusEvent: busEvent,
      ...{ Context, Status, Timeline, TimelineEntry, ContextSnapshot, ContextId },
    },
  },
});
