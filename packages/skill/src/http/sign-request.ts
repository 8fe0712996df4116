import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest } from "./send-http.ts";

export interface SigningOptions {
  /** As AWS names the service in a signature, such as `connect`. */
  readonly service: string;
  readonly region: string;
  /** Where Lambda puts the credentials of the function's role. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Signs requests with AWS Signature Version 4, by the SDK's own signer. */
export function requestSigner({ service, region, environment }: SigningOptions) {
  const signer = new SignatureV4({
    service,
    region,
    sha256: Sha256,
    credentials: async () => ({
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? "",
      ...(environment.AWS_SESSION_TOKEN && { sessionToken: environment.AWS_SESSION_TOKEN }),
    }),
  });
  return async (request: HttpRequest): Promise<HttpRequest> => {
    const { protocol, host, hostname, port, pathname } = new URL(request.url);
    const signed = await signer.sign({
      method: request.method,
      protocol,
      hostname,
      ...(port !== "" && { port: Number(port) }),
      path: pathname,
      headers: { ...request.headers, host },
      ...(request.body !== undefined && { body: request.body }),
    });
    return { ...request, headers: signed.headers };
  };
}
