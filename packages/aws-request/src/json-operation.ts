import type { AwsClient } from "./aws-client.ts";

/** An error that a service answered, as the SDK throws it. */
export class AwsServiceError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  /** The whole answer. */
  readonly answer: Readonly<Record<string, unknown>>;

  constructor(name: string, status: number, answer: Readonly<Record<string, unknown>>) {
    super(`${name} (${status})`);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
    this.answer = answer;
  }
}

/** An operation of a service that speaks JSON, such as `DynamoDB_20120810.GetItem`. */
export interface JsonOperation {
  readonly target: string;
  readonly version: "1.0" | "1.1";
  readonly input: unknown;
}

/**
 * Carries out one operation, once.
 * @throws {AwsServiceError} when the service refuses; what the connection threw, when it did not answer
 */
export async function jsonOperation(
  client: AwsClient,
  { target, version, input }: JsonOperation,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const headers = {
    "content-type": `application/x-amz-json-${version}`,
    "x-amz-target": target,
  };
  const body = JSON.stringify(input);
  const { status, body: text } = await client({ method: "POST", path: "/", headers, body }, signal);
  const answer = objectIn(text);
  if (status >= 200 && status < 300) return answer;
  throw new AwsServiceError(nameIn(answer), status, answer);
}

/** `com.amazonaws.dynamodb.v20120810#ResourceNotFoundException`, and the like. */
function nameIn({ __type, code }: Readonly<Record<string, unknown>>): string {
  const type = String(__type ?? code ?? "UnknownError");
  return (type.split("#").at(-1) ?? type).split(":")[0] ?? type;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text || "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    // A proxy's own page; the status says enough.
    return {};
  }
}
