// What lambda.ts puts together, for who runs the handler without AWS.
export { answerKeys } from "./answer.ts";
export { type Config, readConfig } from "./config/config.ts";
export { destinationKinds } from "./destination-kinds.ts";
export { createHandler } from "./handler.ts";
export type { Ports } from "./ports.ts";
