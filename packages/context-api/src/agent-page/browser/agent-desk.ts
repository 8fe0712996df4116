import { announce, type Tone } from "./announce.ts";
import { ApiTrouble, type Trouble } from "./api.ts";
import type { AskedCall } from "./asked-call.ts";
import type { CallSnapshot } from "./call-context.ts";
import { byId } from "./elements.ts";
import { hideCall, showCall, tellTime } from "./show-call.ts";
import { watchCall } from "./watch-call.ts";
import { expiredWords, nothingAskedWords, troubleWords } from "./words.ts";

/** What the page is about, and the token that opens it: in memory only, and gone with the page. */
export class AgentDesk {
  #call: AskedCall = {};
  #token: string | undefined;
  #owesFocus = false;
  #isOutOfReach = false;
  #shown = "";
  #watch = new AbortController();
  #expiresAtMs = Number.POSITIVE_INFINITY;

  /** Takes up a call, or a token for the one that is asked for. */
  open({ token, ...call }: AskedCall): void {
    this.#token = token ?? this.#token;
    if (isAsked(call)) this.#call = call;
    this.#stop();
    // The form takes the focus with it when it goes.
    this.#owesFocus = !byId("access").hidden;
    byId("access").hidden = true;
    if (!isAsked(this.#call)) {
      announce(nothingAskedWords, "trouble");
    } else if (!this.#token) {
      askForToken("Enter your access token to see who is calling.");
    } else {
      announce("Fetching the context…");
      void this.#watchWith(this.#token);
    }
  }

  /** Says anew how long ago things were, and takes an expired context off the page. */
  passTime(): void {
    tellTime();
    if (Date.now() < this.#expiresAtMs) return;
    this.#stop();
    announce(expiredWords, "trouble");
  }

  async #watchWith(token: string): Promise<void> {
    const { signal } = this.#watch;
    const access = { token, signal };
    const onSnapshot = (snapshot: CallSnapshot) => {
      if (!signal.aborted) this.#show(snapshot);
    };
    const onUnavailable = () => {
      this.#isOutOfReach = true;
      announce(troubleWords.unavailable, "trouble");
    };
    try {
      await watchCall({ call: this.#call, access, onSnapshot, onUnavailable });
    } catch (error) {
      const trouble = error instanceof ApiTrouble ? error.trouble : "unavailable";
      if (!signal.aborted) this.#giveUp(trouble);
    }
  }

  #show(snapshot: CallSnapshot): void {
    // What did not change is left alone: who selects or hears it is not interrupted.
    const shown = JSON.stringify(snapshot);
    if (shown === this.#shown && !this.#isOutOfReach) return;
    this.#shown = shown;
    const isNew = byId("call").hidden;
    this.#expiresAtMs = snapshot.context.expiresAt * 1000;
    showCall(snapshot, this.#isOutOfReach);
    this.#isOutOfReach = false;
    if (isNew && this.#owesFocus) byId("caller-name").focus();
  }

  #giveUp(trouble: Trouble): void {
    this.#stop();
    if (trouble === "unauthorized" || trouble === "forbidden") {
      this.#token = undefined;
      askForToken(troubleWords[trouble], "trouble");
    } else {
      announce(troubleWords[trouble], "trouble");
    }
  }

  /** Ends what is under way and takes what it showed off the page. */
  #stop(): void {
    this.#watch.abort();
    this.#watch = new AbortController();
    this.#expiresAtMs = Number.POSITIVE_INFINITY;
    this.#isOutOfReach = false;
    this.#shown = "";
    hideCall();
  }
}

function askForToken(why: string, tone?: Tone): void {
  announce(why, tone);
  byId("access").hidden = false;
  byId("token").focus();
}

function isAsked({ contextId, userToUser }: AskedCall): boolean {
  return contextId !== undefined || userToUser !== undefined;
}
