import { createHash, createHmac } from "node:crypto";
import type { AwsCredentials } from "./aws-environment.ts";

export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Signing {
  /** Of the signature, such as `dynamodb`. */
  readonly service: string;
  readonly region: string;
  readonly credentials: AwsCredentials;
  readonly date: Date;
}

const algorithm = "AWS4-HMAC-SHA256";

/**
 * The headers of a request with its signature, AWS Signature Version 4 (IAM user guide, "Create a signed AWS API request"). A
 * test holds it against the SDK's signer, which takes more than twice as long: it waits for each of its hashes.
 */
export function signedHeaders(
  { method, url, headers: given, body }: UnsignedRequest,
  { service, region, credentials, date }: Signing,
): Record<string, string> {
  // S3 takes the path as it is, and wants the hash of the body in a header; nobody else does.
  const isS3 = service === "s3";
  const time = date.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const bodyHash = hashOf(body);
  const { sessionToken, accessKeyId, secretAccessKey } = credentials;
  const headers = {
    ...given,
    host: url.host,
    "x-amz-date": time,
    ...(sessionToken !== undefined && { "x-amz-security-token": sessionToken }),
    ...(isS3 && { "x-amz-content-sha256": bodyHash }),
  };
  const signed = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !unsigned.test(name))
    .sort(byKey);
  const names = signed.map(([name]) => name).join(";");
  const canonicalRequest = [
    method,
    isS3 ? url.pathname : escapedPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...signed.map(([name, value]) => `${name}:${value.trim().replace(/\s+/g, " ")}`),
    "",
    names,
    bodyHash,
  ].join("\n");
  const scope = [day, region, service, "aws4_request"] as const;
  const place = scope.join("/");
  const key = signingKey(secretAccessKey, scope);
  const signature = mac(key, [algorithm, time, place, hashOf(canonicalRequest)].join("\n"));
  const authorization = `${algorithm} Credential=${accessKeyId}/${place}, SignedHeaders=${names}, Signature=${signature.toString("hex")}`;
  return { ...headers, authorization };
}

/** The last key of each service: a Lambda signs all day with the same one, and to make it takes four of five hashes. */
const lastKeys = new Map<string, { readonly of: string; readonly key: Buffer }>();

function signingKey(
  secret: string,
  scope: readonly [day: string, region: string, service: string, end: string],
): Buffer {
  const of = [secret, ...scope].join("/");
  const [, , service] = scope;
  const last = lastKeys.get(service);
  if (last?.of === of) return last.key;
  const key = scope.reduce(mac, Buffer.from(`AWS4${secret}`));
  lastKeys.set(service, { of, key });
  return key;
}

/** What is changed on the way, or by who sends it: the SDK signs none of it. */
const unsigned =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*)$/;

/** A path that is in a URL already is escaped once more, and its empty parts count for nothing. */
function escapedPath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  const end = parts.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${parts.map(escaped).join("/")}${end}`;
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .sort((one, other) => byKey(one, other) || compare(one[1], other[1]))
    .map((pair) => pair.join("="))
    .join("&");
}

/** RFC 3986: what `encodeURIComponent` leaves out is escaped as well. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

type Entry = readonly [key: string, value: string];

function byKey([one]: Entry, [other]: Entry): number {
  return compare(one, other);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function mac(secret: Buffer, text: string): Buffer {
  return createHmac("sha256", secret).update(text).digest();
}
