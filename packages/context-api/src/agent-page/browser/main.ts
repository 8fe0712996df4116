import { byId } from "@skill-call/page-dom";
import { type AskedCall, takeAskedCall } from "./asked-call.ts";
import { CallContextElement } from "./call-context-element.ts";
import { type OutgoingMessage, talkToParent } from "./frame-messages.ts";
import { signIn } from "./sign-in.ts";
import { type Words, wordsFor } from "./words/words.ts";

const { locale, words } = wordsFor(navigator.languages);
document.documentElement.lang = locale;
speak(words);
customElements.define("call-context", CallContextElement);

const desk = document.querySelector("call-context") as CallContextElement;
const form = byId<HTMLFormElement>("access");
const field = byId<HTMLInputElement>("token");
const signInButton = byId<HTMLButtonElement>("sign-in");
let owesFocus = false;
let tellParent: (message: OutgoingMessage) => void = () => {};

function open({ token, contextId, userToUser }: AskedCall): void {
  if (contextId !== undefined) desk.contextId = contextId;
  else if (userToUser !== undefined) desk.userToUser = userToUser;
  if (token === undefined) return;
  // The form takes the focus with it when it goes.
  owesFocus = !form.hidden && form.contains(document.activeElement);
  form.hidden = true;
  desk.token = token;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const token = field.value.trim();
  field.value = "";
  open({ token });
});

desk.addEventListener("token-expired", async (event) => {
  const { why } = (event as CustomEvent<{ why: string }>).detail;
  tellParent({ type: "token-expired", why });
  const settings = await desk.settings;
  signInButton.hidden = settings?.signIn === undefined;
  signInButton.textContent = why === "missing" ? words.access.signIn : words.access.renew;
  form.hidden = false;
  (signInButton.hidden ? field : signInButton).focus();
});

desk.addEventListener("status", (event) => {
  const { status } = (event as CustomEvent<{ status: string }>).detail;
  tellParent({ type: "status", status });
  if (owesFocus) desk.focus();
  owesFocus = false;
});

desk.addEventListener("copied", (event) => {
  const { field } = (event as CustomEvent<{ field: string }>).detail;
  tellParent({ type: "copied", field });
});

signInButton.addEventListener("click", async () => {
  const settings = (await desk.settings)?.signIn;
  if (!settings) return;
  try {
    open({ token: await signIn(settings) });
  } catch {
    byId("token-hint").textContent = words.access.signInFailed;
  }
});

function speak({ title, access }: Words): void {
  document.title = title;
  for (const heading of document.querySelectorAll("h1")) heading.textContent = title;
  byId("token-label").textContent = access.label;
  byId("token-hint").textContent = access.hint;
  byId("show").textContent = access.button;
}

// A CRM may reuse the window for the next call.
addEventListener("hashchange", () => open(takeAskedCall()));
const settings = await desk.settings;
tellParent = talkToParent({ origins: settings?.frameAncestors ?? [], onAsked: open });
tellParent({ type: "ready" });
open(takeAskedCall());
