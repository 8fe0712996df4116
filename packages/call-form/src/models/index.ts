export type * from "./interaction-model.ts";
export { callIntentName, interactionModelOf } from "./model-of.ts";
