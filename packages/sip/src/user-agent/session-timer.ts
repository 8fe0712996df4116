import type { Clock } from "../clock.ts";
import type { Header, HeaderList } from "../message/header-list.ts";
import { optionTags } from "../message/option-tags.ts";
import type { Answer } from "../message/response-draft.ts";

/** RFC 4028 §4: no session is shorter, so that refreshing it costs nothing. */
const shortestSeconds = 90;
/** Of a session that the peer is to refresh, so much is left when it is given up: at most, and of the whole (§10). */
const [mostLeftSeconds, leftShare] = [32, 1 / 3];

export const timerExtension = "timer";

/** Agreed for a session: it ends unless it is refreshed. */
export interface SessionInterval {
  readonly seconds: number;
  /** Whether we are to refresh it. */
  readonly ours: boolean;
}

interface Wanted {
  readonly seconds: number;
  readonly refresher: "uac" | "uas" | undefined;
}

function wantedIn(headers: HeaderList): Wanted | undefined {
  const [, seconds, params = ""] =
    /^\s*(\d{1,10})\s*((?:;.*)?)$/.exec(headers.get("Session-Expires") ?? "") ?? [];
  if (seconds === undefined) return undefined;
  const refresher = /;\s*refresher\s*=\s*(uac|uas)\b/i.exec(params)?.[1]?.toLowerCase();
  return { seconds: Number(seconds), refresher: refresher as Wanted["refresher"] };
}

/** What an INVITE is answered whose interval is too short; undefined where it is not. */
export function refusedInterval(headers: HeaderList): Answer | undefined {
  const wanted = wantedIn(headers);
  const short = wanted && wanted.seconds < shortestSeconds;
  if (!short || !optionTags(headers, "Supported").includes(timerExtension)) return undefined;
  return { status: 422, headers: [{ name: "Min-SE", value: String(shortestSeconds) }] };
}

/** What the answer to a request says of the session's interval, as far as the peer, or a proxy, asks for one (§9). */
export function answeredInterval(
  headers: HeaderList,
): { readonly interval: SessionInterval; readonly headers: readonly Header[] } | undefined {
  const wanted = wantedIn(headers);
  if (!wanted) return undefined;
  const seconds = Math.max(wanted.seconds, shortestSeconds);
  // A peer that knows no timers refreshes nothing.
  const knows = [...optionTags(headers, "Supported"), ...optionTags(headers, "Require")].includes(
    timerExtension,
  );
  const refresher = knows ? (wanted.refresher ?? "uac") : "uas";
  return {
    interval: { seconds, ours: refresher === "uas" },
    headers: [
      { name: "Session-Expires", value: `${seconds};refresher=${refresher}` },
      ...(knows ? [{ name: "Require", value: timerExtension }] : []),
    ],
  };
}

/** What the answer to a request of ours says of the session's interval. */
export function agreedInterval(headers: HeaderList): SessionInterval | undefined {
  const agreed = wantedIn(headers);
  if (!agreed) return undefined;
  const seconds = Math.max(agreed.seconds, shortestSeconds);
  return { seconds, ours: agreed.refresher !== "uas" };
}

/** What a refresh of ours says of the interval. */
export function refreshingHeader({ seconds }: SessionInterval): Header {
  return { name: "Session-Expires", value: `${seconds};refresher=uac` };
}

export interface SessionTimerOptions {
  readonly clock: Clock;
  readonly refresh: (interval: SessionInterval) => void;
  /** The peer did not refresh the session. */
  readonly expired: () => void;
}

/** Refreshes a session in time, or notices that the peer does not: RFC 4028. */
export class SessionTimer {
  readonly #options: SessionTimerOptions;
  #cancel: () => void = () => {};

  constructor(options: SessionTimerOptions) {
    this.#options = options;
  }

  /** Begins anew; without an interval the session lasts until somebody hangs up. */
  start(interval: SessionInterval | undefined): void {
    this.stop();
    if (!interval) return;
    const { clock, refresh, expired } = this.#options;
    const { seconds, ours } = interval;
    const left = Math.min(mostLeftSeconds, seconds * leftShare);
    this.#cancel = ours
      ? clock.after((seconds / 2) * 1000, () => {
          this.#cancel = clock.after((seconds / 2 - left) * 1000, expired);
          refresh(interval);
        })
      : clock.after((seconds - left) * 1000, expired);
  }

  stop(): void {
    this.#cancel();
  }
}
