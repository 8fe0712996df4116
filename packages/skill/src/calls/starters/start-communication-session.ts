import { type AlexaAccess, apiAccessTokenOf, apiEndpointOf } from "../../alexa/alexa-access.ts";
import { type SendHttp, successful } from "../../http/send-http.ts";

/** A side of the session, as StartCommunicationSession takes it. */
export interface Participant {
  readonly id: {
    readonly type: "PHONE_NUMBER" | "COMMUNICATION_PROFILE_ID" | "RAW_ADDRESS";
    readonly value: string;
  };
  readonly endpointId?: string;
  readonly isOriginator?: true;
  readonly communicationProviderId?: string;
}

export interface CommunicationSession {
  readonly access: AlexaAccess;
  readonly participants: readonly [originator: Participant, other: Participant];
  readonly contextId: string;
  readonly signal: AbortSignal;
}

/**
 * `POST {apiEndpoint}/v1/communications/session` (Amazon Chime SDK developer guide, "Alexa skill calling").
 * @throws {CallFailure} when the request has no token or endpoint to use
 * @throws {HttpFailure} when it was not answered with success
 */
export async function startCommunicationSession(
  send: SendHttp,
  { access, participants, contextId, signal }: CommunicationSession,
): Promise<void> {
  const answer = await send({
    method: "POST",
    url: `${apiEndpointOf(access).origin}/v1/communications/session`,
    headers: {
      Authorization: `Bearer ${apiAccessTokenOf(access)}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ participants, clientContext: { clientSessionId: contextId } }),
    signal,
  });
  successful(answer);
}
