import { credentialsIn, type Environment, signedHeaders } from "@skill-call/aws-request";
import type { HttpRequest } from "./send-http.ts";

export interface SigningOptions {
  /** As AWS names the service in a signature, such as `connect`. */
  readonly service: string;
  readonly region: string;
  /** Where Lambda puts the credentials of the function's role. */
  readonly environment: Environment;
}

/** Signs requests with AWS Signature Version 4, at the system's time. */
export function requestSigner({ service, region, environment }: SigningOptions) {
  return async (request: HttpRequest): Promise<HttpRequest> => {
    const { method, headers, body = "" } = request;
    const unsigned = { method, url: new URL(request.url), headers, body };
    const credentials = credentialsIn(environment);
    const signing = { service, region, credentials, date: new Date() };
    return { ...request, headers: signedHeaders(unsigned, signing) };
  };
}
