import { awsClient, type Environment } from "@skill-call/aws-request";
import { RouteSourceError } from "../errors.ts";
import type { RouteSource } from "../route-source.ts";
import type { SourceName } from "../source-name.ts";

/**
 * An object of Amazon S3, in the Lambda's own Region. Its ETag is its version: while that stays, S3 sends nothing
 * (API reference, GetObject: `If-None-Match`).
 */
export function s3Source(
  { bucket, key }: Extract<SourceName, { kind: "s3" }>,
  environment: Environment,
): RouteSource {
  const client = awsClient({ service: { name: "s3", variable: "S3" }, environment });
  const path = `/${bucket}/${key}`;
  return {
    async read(known, signal) {
      const headers = { ...(known !== undefined && { "if-none-match": known }) };
      const answer = await client({ method: "GET", path, headers, body: "" }, signal);
      const { status, body: text } = answer;
      if (status === 304) return "same";
      if (status === 404) throw new RouteSourceError("no-document", status);
      if (status !== 200) throw new RouteSourceError("refused", status);
      return { version: answer.headers.etag ?? "", text };
    },
  };
}
