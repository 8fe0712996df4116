export * from "./alexa-error.ts";
export type { AlexaTraceEvent } from "./alexa-trace.ts";
export type { ApiFault } from "./api/alexa-faults.ts";
export type { AlexaApi } from "./api/api-answer.ts";
export type { Card } from "./response/response-schema.ts";
export { type Alexa, startAlexa } from "./start-alexa.ts";
export type * from "./turn.ts";
