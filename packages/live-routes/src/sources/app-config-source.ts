import { type Environment, send } from "@skill-call/aws-request";
import { documentDigest } from "../document-digest.ts";
import { RouteSourceError } from "../errors.ts";
import type { RouteSource } from "../route-source.ts";
import type { SourceName } from "../source-name.ts";

/** Of the extension (AppConfig user guide, "Using AWS AppConfig Agent with AWS Lambda"). */
const usualPort = "2772";

/**
 * A configuration of AWS AppConfig, which its agent, an extension beside the Lambda, asks for by itself and hands out on
 * this machine.
 */
export function appConfigSource(
  { application, environment: stage, configuration }: Extract<SourceName, { kind: "appconfig" }>,
  environment: Environment,
): RouteSource {
  const port = environment.AWS_APPCONFIG_EXTENSION_HTTP_PORT || usualPort;
  const path = `/applications/${application}/environments/${stage}/configurations/${configuration}`;
  const url = new URL(path, `http://localhost:${port}`);
  return {
    async read(known, signal) {
      const answer = await send({ method: "GET", url, headers: {}, body: "" }, { signal });
      const { status, body: text } = answer;
      if (status === 404) throw new RouteSourceError("no-document", status);
      if (status !== 200) throw new RouteSourceError("refused", status);
      const version = documentDigest(text);
      return version === known ? "same" : { version, text };
    },
  };
}
