export { callIntentName } from "../intents.ts";
export type * from "./interaction-model.ts";
export { interactionModelOf } from "./model-of.ts";
