import type { App } from "../app.ts";
import { readHttpEvent, requestOf } from "./http-event.ts";

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
 * @throws {EventFormatError} from the handler, for what is no such event
 */
export function createHandler(app: App): Handler {
  return async (rawEvent) => {
    const event = readHttpEvent(rawEvent);
    const iamArn = event.requestContext.authorizer?.iam?.userArn;
    // Neither null nor empty: that is nobody.
    const response = await app.fetch(requestOf(event), iamArn ? { iamArn } : {});
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      // Everything that this API answers is text.
      body: await response.text(),
      isBase64Encoded: false,
    };
  };
}
