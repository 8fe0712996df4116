/** What the device of a caller sends: the first turn of a conversation, and the last. */
export function launchTurn(apiEndpoint: string) {
  return turn(apiEndpoint, { type: "LaunchRequest" });
}

/** Everything was said, and the skill's question is answered with yes: the context is stored, and the call started. */
export function lastTurn(apiEndpoint: string) {
  return turn(apiEndpoint, {
    type: "IntentRequest",
    dialogState: "COMPLETED",
    intent: {
      name: "CallIntent",
      confirmationStatus: "CONFIRMED",
      slots: {
        callerName: slot("callerName", "Ana"),
        accountId: slot("accountId", "4 7 1 1"),
        reason: {
          ...slot("reason", "billing"),
          resolutions: {
            resolutionsPerAuthority: [
              {
                authority: "CallReason",
                status: { code: "ER_SUCCESS_MATCH" },
                values: [{ value: { name: "billing", id: "billing" } }],
              },
            ],
          },
        },
      },
    },
  });
}

function slot(name: string, value: string) {
  return { name, confirmationStatus: "NONE", value };
}

function turn(apiEndpoint: string, request: object) {
  const application = { applicationId: "amzn1.ask.skill.3ffd8d5f" };
  const user = { userId: "amzn1.ask.account.1" };
  return {
    version: "1.0",
    session: {
      new: true,
      sessionId: "amzn1.echo-api.session.1",
      application,
      user,
      attributes: {},
    },
    context: {
      System: {
        application,
        user,
        device: { deviceId: "amzn1.ask.device.1", supportedInterfaces: {} },
        apiEndpoint,
        apiAccessToken: "token-of-the-request",
      },
    },
    request: {
      ...request,
      requestId: "amzn1.echo-api.request.1",
      timestamp: new Date().toISOString(),
      locale: "en-US",
    },
  };
}
