import { AgentDesk } from "./agent-desk.ts";
import { takeAskedCall } from "./asked-call.ts";
import { byId } from "./elements.ts";

const field = byId<HTMLInputElement>("token");
const desk = new AgentDesk();

byId("access").addEventListener("submit", (event) => {
  event.preventDefault();
  const token = field.value.trim();
  field.value = "";
  desk.open({ token });
});
// A CRM may reuse the window for the next call.
addEventListener("hashchange", () => desk.open(takeAskedCall()));
setInterval(() => desk.passTime(), 1000);
desk.open(takeAskedCall());
