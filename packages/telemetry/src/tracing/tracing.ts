/** What a trace may hold: as a log line, short facts, and of a context ID the hash. */
export type Annotations = Readonly<Record<string, string | number | boolean | undefined>>;

/** Says something of this invocation that its trace can be searched for. */
export type Annotate = (facts: Annotations) => void;

/** A client of the AWS SDK, as far as tracing knows it. */
export interface AwsClient {
  readonly middlewareStack: object;
}

/** An operation of AWS that is asked for without the SDK. */
export interface AwsOperation {
  /** Such as `DynamoDB`. */
  readonly service: string;
  /** Such as `UpdateItem`. */
  readonly operation: string;
  readonly tableName?: string;
}

/** What X-Ray is told of the invocations whose traces are sampled; to all others it does nothing. */
export interface Tracing {
  /** The handler, each invocation a subsegment of Lambda's own segment. */
  handler<Args extends readonly unknown[], Answer>(
    handle: (...args: Args) => Promise<Answer>,
  ): (...args: Args) => Promise<Answer>;

  readonly annotate: Annotate;

  /** The client, each of its requests a subsegment: operation and table, never what is in them. */
  client<Client extends AwsClient>(client: Client): Client;

  /** A way to ask another service, each request a subsegment of this name: no URL, no words of an error. */
  request<Args extends readonly unknown[], Answer>(
    service: string | AwsOperation,
    send: (...args: Args) => Promise<Answer>,
  ): (...args: Args) => Promise<Answer>;
}

/** For programs that nobody traces. */
export const untraced: Tracing = {
  handler: (handle) => handle,
  annotate: () => {},
  client: (client) => client,
  request: (_service, send) => send,
};
