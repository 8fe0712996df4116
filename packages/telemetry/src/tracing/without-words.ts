import { nameOf } from "../log/error-facts.ts";
import type { AwsClient } from "./tracing.ts";

type Send = (args: unknown) => Promise<unknown>;
type Middleware = (next: Send) => Send;

interface Stack {
  addRelativeTo(middleware: Middleware, options: object): void;
}

/** Stands for an error on its way past X-Ray, which keeps what an error says: answers may be quoted there. */
class WordlessError extends Error {
  override readonly name: string;
  override readonly stack = "";
  readonly $metadata: unknown;

  constructor(cause: unknown) {
    super("", { cause });
    this.name = nameOf(cause);
    this.$metadata = (cause as { readonly $metadata?: unknown } | undefined)?.$metadata;
  }
}

const withhold: Middleware = (next) => async (args) => {
  try {
    return await next(args);
  } catch (error) {
    throw new WordlessError(error);
  }
};

const giveBack: Middleware = (next) => async (args) => {
  try {
    return await next(args);
  } catch (error) {
    throw error instanceof WordlessError ? error.cause : error;
  }
};

/** Hides from the X-Ray middleware of a client what errors say; who sent the request gets them as they are. */
export function withoutWords({ middlewareStack }: AwsClient): void {
  const stack = middlewareStack as Stack;
  const toMiddleware = "XRaySDKInstrumentation";
  const override = true;
  const inside = { relation: "after", toMiddleware, name: "withholdWords", override };
  const outside = { relation: "before", toMiddleware, name: "giveBackError", override };
  stack.addRelativeTo(withhold, inside);
  stack.addRelativeTo(giveBack, outside);
}
