import {
  createSecretReader,
  credentialsIn,
  regionIn,
  type SecretReaderOptions,
  signedHeaders,
  type UnsignedRequest,
} from "@skill-call/aws-request";
import type { ServiceAuth } from "@skill-call/call-routing";
import { DestinationServiceError } from "../errors.ts";

/** Adds to a request's headers what tells the service who asks. */
export type Authenticate = (
  request: UnsignedRequest,
  auth: ServiceAuth,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, string>>>;

type Headers = Readonly<Record<string, string>>;

/**
 * Signs a request with the function's role (`sigv4`), or gives it the headers that a secret holds.
 * @throws {DestinationServiceError} from what it returns, when the secret cannot be had; `cause` is why
 */
export function serviceAuth(options: SecretReaderOptions): Authenticate {
  const { environment, now } = options;
  const readSecret = createSecretReader(options);

  async function headersOf(secretArn: string, signal: AbortSignal): Promise<Headers> {
    try {
      return headersIn(await readSecret(secretArn, signal));
    } catch (cause) {
      throw new DestinationServiceError("is not asked: its secret cannot be read", { cause });
    }
  }

  return async (request, auth, signal) => {
    if (auth !== "sigv4") {
      return { ...request.headers, ...(await headersOf(auth.headerFromSecret, signal)) };
    }
    const { service, region = regionIn(environment) } = serviceAt(request.url);
    const credentials = credentialsIn(environment);
    return signedHeaders(request, { service, region, credentials, date: new Date(now()) });
  };
}

/** `{"x-api-key":"…"}`, as the console of Secrets Manager writes it; any other text is the value of `authorization`. */
function headersIn(secret: string): Headers {
  try {
    const value: unknown = JSON.parse(secret);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]),
      );
    }
  } catch {
    // Plain text.
  }
  return { authorization: secret.trim() };
}

/** What of AWS answers at a URL: API Gateway, also behind a domain of one's own, or a function URL. */
function serviceAt({ hostname }: URL): { readonly service: string; readonly region?: string } {
  const [, name, region] =
    /\.(execute-api|lambda-url)\.([a-z0-9-]+)\.(?:amazonaws\.com|on\.aws)/.exec(hostname) ?? [];
  return {
    service: name === "lambda-url" ? "lambda" : "execute-api",
    ...(region !== undefined && { region }),
  };
}
