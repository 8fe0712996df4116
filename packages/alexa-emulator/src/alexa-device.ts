import { alexaSpoke, callerSpoke, callStarted } from "./alexa-story.ts";
import type { AlexaTrace } from "./alexa-trace.ts";
import type { CommunicationSessions } from "./api/communication-sessions.ts";
import { type DeviceCallPorts, startCall } from "./device-call.ts";
import type { Speech } from "./response/speech.ts";
import type { Conversation } from "./session/conversation.ts";
import type { SkillLine } from "./session/skill-line.ts";
import { TurnRecord } from "./session/turn-record.ts";
import type { SessionError, Turn } from "./turn.ts";

export interface AlexaDevicePorts extends Omit<DeviceCallPorts, "say"> {
  readonly conversation: Conversation;
  readonly skillLine: SkillLine;
  readonly communications: CommunicationSessions;
  readonly trace: AlexaTrace;
}

/** The device in the room: hears, speaks, and calls. One turn comes after the other. */
export class AlexaDevice {
  readonly #ports: AlexaDevicePorts;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(ports: AlexaDevicePorts) {
    this.#ports = ports;
  }

  say(text: string): Promise<Turn> {
    if (text.trim() === "") return this.silence();
    const { conversation, trace } = this.#ports;
    return this.#turn(text, (record) => {
      trace(callerSpoke(text));
      return conversation.hear(text, record);
    });
  }

  silence(): Promise<Turn> {
    const { conversation, trace } = this.#ports;
    return this.#turn("", (record) => {
      trace(callerSpoke(""));
      return conversation.silence(record);
    });
  }

  reportException(error: SessionError, causedByRequestId: string): Promise<Turn> {
    const request = {
      type: "System.ExceptionEncountered",
      error,
      cause: { requestId: causedByRequestId },
    } as const;
    return this.#turn("", async (record) => {
      await this.#ports.skillLine.ask(request, undefined, record);
    });
  }

  /** What the caller does in place of speaking, or what the device has to tell. */
  act(happen: (conversation: Conversation, record: TurnRecord) => Promise<void>): Promise<Turn> {
    return this.#turn("", (record) => happen(this.#ports.conversation, record));
  }

  #turn(heard: string, happen: (record: TurnRecord) => Promise<void>): Promise<Turn> {
    const turn = this.#lastTurn.then(async () => {
      const record = new TurnRecord(heard, (speech) => this.#tell(speech));
      await happen(record);
      this.#placeCalls(record);
      return record.done(this.#ports.conversation);
    });
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** Everything has been said: now the device calls. The call takes the device, and ends the session. */
  #placeCalls(record: TurnRecord): void {
    const { communications, conversation, trace } = this.#ports;
    for (const request of communications.take()) {
      conversation.close();
      trace(callStarted(request));
      record.call(startCall(request, { ...this.#ports, say: (speech) => this.#tell(speech) }));
    }
  }

  #tell(speech: Speech): void {
    this.#ports.trace(alexaSpoke(speech));
  }
}
