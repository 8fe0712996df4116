import * as v from "valibot";
import { HttpFailure } from "../../http/http-failure.ts";
import type { SendHttp } from "../../http/send-http.ts";
import { jsonAnswer } from "./json-answer.ts";

/** Login with Amazon: what a refresh token is traded with for an access token. */
export interface LoginWithAmazon {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** JSON with `clientSecret` and `refreshToken`, in AWS Secrets Manager: neither stands in the function's configuration. */
  readonly secretArn: string;
}

/**
 * Reads the text of a secret.
 * @throws {HttpFailure} when it cannot be had
 */
export type ReadSecret = (secretArn: string, signal: AbortSignal) => Promise<string>;

export interface LoginPorts {
  readonly send: SendHttp;
  readonly readSecret: ReadSecret;
}

const secretSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ clientSecret: v.string(), refreshToken: v.string() }),
);
const tokenSchema = v.object({ access_token: v.string() });

/**
 * Fetches an access token, afresh for every call.
 * @throws {HttpFailure} when there is none to be had
 */
export async function fetchAccessToken(
  { send, readSecret }: LoginPorts,
  login: LoginWithAmazon,
  signal: AbortSignal,
): Promise<string> {
  const secret = v.safeParse(secretSchema, await readSecret(login.secretArn, signal));
  // Its issues quote the secret: no cause.
  if (!secret.success) throw new HttpFailure("bad-request");
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: secret.output.refreshToken,
    client_id: login.clientId,
    client_secret: secret.output.clientSecret,
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
