import { takeAskedCall } from "./asked-call.ts";
import { Desk } from "./desk.ts";
import { type OutgoingMessage, talkToParent } from "./frame-messages.ts";

let tellParent: (message: OutgoingMessage) => void = () => {};
const desk = new Desk((message) => tellParent(message));
const open = () => desk.open(takeAskedCall());

// A CRM may reuse the window for the next call.
addEventListener("hashchange", open);
const settings = await desk.element.settings;
tellParent = talkToParent({
  origins: settings?.frameAncestors ?? [],
  onAsked: (call) => desk.open(call),
});
tellParent({ type: "ready" });
open();
