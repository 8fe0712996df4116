import type { App } from "../app.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { type HttpEvent, isPlain, readHttpEvent, requestOf } from "./http-event.ts";

/** What API Gateway and function URLs take for an answer (payload format 2.0). */
export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

export type Handler = (rawEvent: unknown) => Promise<HttpResult>;

/**
 * The Lambda's handler for API Gateway HTTP APIs and function URLs, whose events are the same.
 * @throws {EventFormatError} from the handler, for what is not such an event
 */
export function createHandler(app: App): Handler {
  return async (rawEvent) => {
    const event = readHttpEvent(rawEvent);
    const response = await app.fetch(requestOf(event), bindingsOf(event));
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      // Everything that this API answers is text.
      body: await response.text(),
      isBase64Encoded: false,
    };
  };
}

function bindingsOf({ requestContext }: HttpEvent): AppEnvironment["Bindings"] {
  const { requestId, http, authorizer } = requestContext;
  const iamArn = authorizer?.iam?.userArn;
  return {
    // Neither null nor empty: that is nobody.
    ...(iamArn && { iamArn }),
    ...(http.sourceIp && { sourceIp: http.sourceIp }),
    // It becomes a header of the answer.
    ...(requestId && isPlain(requestId) && { gatewayRequestId: requestId }),
  };
}
