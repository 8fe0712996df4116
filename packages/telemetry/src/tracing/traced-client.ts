import type { Subsegment } from "./subsegment.ts";
import type { AwsClient } from "./tracing.ts";

/** What of a request of the AWS SDK is used. */
interface Asked {
  readonly input?: { readonly TableName?: unknown };
}
interface Answered {
  readonly output?: { readonly $metadata?: { readonly attempts?: number } };
}
interface HandlerContext {
  /** Such as `DynamoDBClient`. */
  readonly clientName?: string;
  /** Such as `GetItemCommand`. */
  readonly commandName?: string;
}
type Send = (asked: Asked) => Promise<Answered>;
type Middleware = (next: Send, context: HandlerContext) => Send;

interface Stack {
  add(middleware: Middleware, options: object): void;
}

/** Has each request of a client of the AWS SDK be a subsegment, where there is one to be part of. */
export function traceClient(
  { middlewareStack }: AwsClient,
  begin: (service: string) => Subsegment | undefined,
): void {
  const traced: Middleware = (next, context) => async (asked) => {
    const { clientName = "AWSClient", commandName = "Command" } = context;
    const subsegment = begin(clientName.replace(/Client$/, ""));
    if (subsegment === undefined) return next(asked);
    const table = asked.input?.TableName;
    const operation = commandName.replace(/Command$/, "");
    subsegment.say({ operation, ...(typeof table === "string" && { table_name: table }) });
    try {
      const answered = await next(asked);
      subsegment.say({ retries: (answered.output?.$metadata?.attempts ?? 1) - 1 });
      subsegment.succeeded();
      return answered;
    } catch (error) {
      subsegment.failed(error);
      throw error;
    }
  };
  (middlewareStack as Stack).add(traced, { step: "initialize", name: "trace", override: true });
}
