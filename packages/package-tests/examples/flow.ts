// What a team that runs its contact centre on Amazon Connect writes: a flow, and the answer of its Lambda.
import {
  checkFlow,
  contactFlow,
  disconnectParticipant,
  flatAnswer,
  messageParticipant,
} from "@skill-call/contact-flow";

const flow = contactFlow({
  type: "CONTACT_FLOW",
  start: "hello",
  actions: {
    hello: messageParticipant({ text: "$.External.greeting", next: "bye", error: "bye" }),
    bye: disconnectParticipant(),
  },
});

process.stdout.write(
  JSON.stringify({
    ofAFlow: checkFlow(JSON.stringify(flow)),
    ofAnExport: checkFlow({ ...flow, StartAction: "hallo" }).map(({ place }) => place),
    answer: flatAnswer(["greeting", "number"])({ greeting: "Hello" }),
  }),
);
