// A Lambda that answers each event with the actions that its environment has for it, and hangs up whoever is left.
const answers = JSON.parse(process.env.ANSWERS);
const seen = {};

export const handler = async ({ InvocationEventType: type, CallDetails }) => {
  const key = `${CallDetails.TransactionId} ${type}`;
  seen[key] = (seen[key] ?? 0) + 1;
  const [legA] = CallDetails.Participants;
  if (answers[type] === "throw") throw new Error("on purpose");
  if (type === "HANGUP") return answer(CallDetails.Participants.filter(connected).map(hangup));
  const scripted = answers[`${type} ${seen[key]}`] ?? answers[type] ?? [];
  return answer(JSON.parse(JSON.stringify(scripted).replaceAll("LEG-A's CallId", legA.CallId)));
};

const answer = (Actions) => ({ SchemaVersion: "1.0", Actions });
const connected = ({ Status }) => Status === "Connected";
const hangup = ({ CallId }) => ({ Type: "Hangup", Parameters: { CallId } });
