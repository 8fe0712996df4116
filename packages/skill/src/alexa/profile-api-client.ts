import type { services } from "ask-sdk-model";
import type { SendHttp } from "../http/send-http.ts";

/** An ask-sdk API client that can be ended: the SDK's own waits for a silent server without end. */
export function profileApiClient(send: SendHttp, signal: AbortSignal): services.ApiClient {
  return {
    async invoke({ url, headers }) {
      const sent = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
      const answer = await send({ method: "GET", url, headers: sent, signal });
      const received = Object.entries(answer.headers).map(([key, value]) => ({ key, value }));
      return { statusCode: answer.status, headers: received, body: answer.body };
    },
  };
}
