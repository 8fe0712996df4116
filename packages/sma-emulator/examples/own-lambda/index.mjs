// Greets the caller, then rings the desk; whoever hangs up ends the call for both.
const answer = (...Actions) => ({ SchemaVersion: "1.0", Actions });
const speak = (CallId, Text) => ({ Type: "Speak", Parameters: { CallId, Text } });
const hangup = ({ CallId }) => ({ Type: "Hangup", Parameters: { CallId } });
const ring = (CallerIdNumber, Uri) => ({
  Type: "CallAndBridge",
  Parameters: { CallerIdNumber, Endpoints: [{ BridgeEndpointType: "PSTN", Uri }] },
});

export const handler = async (event) => {
  const legs = event.CallDetails.Participants;
  const caller = legs.find((leg) => leg.ParticipantTag === "LEG-A");
  switch (event.InvocationEventType) {
    case "NEW_INBOUND_CALL":
      return answer(speak(caller.CallId, "One moment."), ring(caller.To, process.env.DESK));
    case "ACTION_FAILED":
      return answer(speak(caller.CallId, "Nobody is at the desk."), hangup(caller));
    case "HANGUP":
      return answer(...legs.filter((leg) => leg.Status === "Connected").map(hangup));
    default:
      return answer();
  }
};
