// What lambda.ts puts together, for who runs the handler without AWS.
export { EventFormatError } from "./errors.ts";
export { type BatchAnswer, createHandler, type HandlerPorts } from "./handler.ts";
