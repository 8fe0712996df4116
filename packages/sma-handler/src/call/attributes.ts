import {
  type CallState,
  contextProblems,
  languages,
  type MeetingPlace,
  newCall,
  type Position,
  phases,
} from "./call-state.ts";

/**
 * Names of the TransactionAttributes. Ten at most: the guide says 100 today, but said 10 before.
 *
 * - `at` phase · `id` context ID · `why` context problem · `uui` User-to-User · `lang` language
 * - `to` rule/destination/attempt/document · `mtg` meeting/attendee, then ?rule/destination/attempt/document of one that may be open · `off` failed leg · `con` was connected
 * - `n` sequence answered/invalid answers/failed hang-ups
 */
type Attributes = Readonly<Record<string, string>>;

/** The state of a call as TransactionAttributes. */
export function toAttributes(state: CallState): Attributes {
  const { position } = state;
  const attributes = {
    at: state.phase,
    id: state.contextId,
    why: state.contextProblem,
    uui: state.userToUser,
    lang: state.language,
    to: position && placeOf(position),
    mtg: meetingsOf(state),
    off: state.failedLeg,
    con: state.wasConnected ? "1" : undefined,
    n: [state.answered, state.invalidAnswers, state.failedHangUps].join("/"),
  };
  const set = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Attributes;
}

/** None that we write is longer, and all of them have 20 KB at most; characters. */
const longest = 2_048;

/** The state of a call from the TransactionAttributes of its event. What cannot be read counts as absent. */
export function fromAttributes(given: Attributes): CallState {
  const sound = Object.entries(given).filter(([, text]) => text.length <= longest);
  const attributes: Attributes = Object.fromEntries(sound);
  const phase = phases.find((known) => known === attributes.at);
  if (phase === undefined) return newCall;
  const contextProblem = contextProblems.find((known) => known === attributes.why);
  const position = readPosition(attributes.to);
  const [meetingPlace, latePlace] = attributes.mtg?.split("?") ?? [];
  const meeting = readMeeting(meetingPlace);
  const lateMeeting = readPosition(latePlace);
  const [answered = 0, invalidAnswers = 0, failedHangUps = 0] = readCounts(attributes.n);
  return {
    phase,
    ...(attributes.id !== undefined && { contextId: attributes.id }),
    ...(contextProblem && { contextProblem }),
    ...(attributes.uui !== undefined && { userToUser: attributes.uui }),
    language: languages.find((known) => known === attributes.lang) ?? "en",
    ...(position && { position }),
    ...(meeting && { meeting }),
    ...(lateMeeting && { lateMeeting }),
    ...(attributes.off !== undefined && { failedLeg: attributes.off }),
    wasConnected: attributes.con === "1",
    answered,
    invalidAnswers,
    failedHangUps,
  };
}

function placeOf({ rule, destination, attempt, document }: Position): string {
  return [rule, destination, attempt, ...(document === undefined ? [] : [document])].join("/");
}

function meetingsOf({ meeting, lateMeeting }: CallState): string | undefined {
  if (!meeting && !lateMeeting) return undefined;
  const place = meeting ? [meeting.meetingId, meeting.attendeeId].join("/") : "";
  return lateMeeting ? `${place}?${placeOf(lateMeeting)}` : place;
}

function readPosition(text = ""): Position | undefined {
  const [, rule, destination, attempt, document] =
    /^(otherwise|\d+)\/(\d+)\/(\d+)(?:\/([\w-]{1,64}))?$/.exec(text) ?? [];
  if (rule === undefined) return undefined;
  return {
    rule: rule === "otherwise" ? rule : Number(rule),
    destination: Number(destination),
    attempt: Number(attempt),
    ...(document !== undefined && { document }),
  };
}

function readMeeting(text = ""): MeetingPlace | undefined {
  const [, meetingId, attendeeId] = /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (meetingId === undefined || attendeeId === undefined) return undefined;
  return { meetingId, attendeeId };
}

function readCounts(text = ""): number[] {
  return /^\d+\/\d+\/\d+$/.test(text) ? text.split("/").map(Number) : [];
}
