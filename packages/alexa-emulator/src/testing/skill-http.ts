import type { ReceivedRequest } from "./fake-skill.ts";

export interface HttpAnswer {
  readonly status: number;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

export interface HttpParts {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls an API of Alexa as a skill does, with what the request envelope holds. */
export async function callApi(
  { context }: Pick<ReceivedRequest, "context">,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  { body, token = context.System.apiAccessToken ?? "", headers = {} }: HttpParts = {},
): Promise<HttpAnswer> {
  const response = await fetch(`${context.System.apiEndpoint}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The body of StartCommunicationSession as the guide prints it, with the test's changes. */
export function communicationBody(clientSessionId = "db792233-8df3-416c-8d80-a70038747b74") {
  return {
    participants: [
      {
        id: { type: "PHONE_NUMBER", value: "+12045551111" },
        endpointId: "amzn1.ask.device.EMULATED",
        isOriginator: true,
      },
      {
        id: { type: "PHONE_NUMBER", value: "+16073331111" },
        communicationProviderId: "amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002",
      },
    ],
    clientContext: { clientSessionId },
  };
}
