import type { HandlerInput } from "ask-sdk-core";
import type { SendHttp } from "../http/send-http.ts";
import { apiAccessTokenOf, apiEndpointOf, readAlexaAccess } from "./alexa-access.ts";
import { turnOf } from "./turn.ts";

export interface WhileSlowPorts {
  readonly send: SendHttp;
  /** Runs a task after so many milliseconds, unless what it returns is called before. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

/** So long a caller hears nothing before they take it for a lost call. */
const silenceMs = 1200;

/** Waits for work, and says "one moment" where it takes so long that the caller would take silence for a lost call. */
export type WhileSlow = <Result>(input: HandlerInput, work: Promise<Result>) => Promise<Result>;

/**
 * Says it by Alexa's Directives API ("Send the User a Progressive Response"). The answer never waits for it, and nobody
 * hears of it where it fails: it is a courtesy.
 */
export function createWhileSlow({ send, after }: WhileSlowPorts): WhileSlow {
  return async (input, work) => {
    let told: AbortController | undefined;
    const cancel = after(silenceMs, () => {
      told = new AbortController();
      sayOneMoment(input, send, told.signal).catch(() => undefined);
    });
    try {
      return await work;
    } finally {
      cancel();
      told?.abort();
    }
  };
}

async function sayOneMoment(
  input: HandlerInput,
  send: SendHttp,
  signal: AbortSignal,
): Promise<void> {
  const { requestEnvelope } = input;
  const access = readAlexaAccess(requestEnvelope);
  const speech = turnOf(input).catalog.oneMoment.markup;
  await send({
    method: "POST",
    url: `${apiEndpointOf(access).origin}/v1/directives`,
    headers: {
      authorization: `Bearer ${apiAccessTokenOf(access)}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      header: { requestId: requestEnvelope.request.requestId },
      directive: { type: "VoicePlayer.Speak", speech: `<speak>${speech}</speak>` },
    }),
    signal,
  });
}
