// What lambda.ts puts together, for who runs the handler without AWS.
export { EventFormatError } from "./errors.ts";
export { createHandler } from "./handler.ts";
