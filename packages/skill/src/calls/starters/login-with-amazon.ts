import * as v from "valibot";
import type { SendHttp } from "../../http/send-http.ts";
import { jsonAnswer } from "./json-answer.ts";

/** Login with Amazon: what a refresh token is traded with for an access token. */
export interface LoginWithAmazon {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

const tokenSchema = v.object({ access_token: v.string() });

/**
 * Fetches an access token, afresh for every call.
 * @throws {HttpFailure} when there is none to be had
 */
export async function fetchAccessToken(
  send: SendHttp,
  login: LoginWithAmazon,
  signal: AbortSignal,
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: login.refreshToken,
    client_id: login.clientId,
    client_secret: login.clientSecret,
  });
  const answer = await send({
    method: "POST",
    url: login.tokenUrl,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: form.toString(),
    signal,
  });
  return jsonAnswer(tokenSchema, answer).access_token;
}
