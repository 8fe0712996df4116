import type { WireEvent } from "./rehearsed-call.ts";

/** What a new version is tried with. */
export interface RehearsalPorts {
  /**
   * Invokes the new version, and nothing else.
   * @throws when the invocation fails
   */
  invoke(event: WireEvent): Promise<unknown>;
  /** Stores a context of this rehearsal's, and answers its ID. */
  createContext(): Promise<string>;
  removeContext(contextId: string): Promise<void>;
  newId(): string;
  /** Milliseconds. */
  now(): number;
}

/** What events are asked with that need no context. */
export type AskingPorts = Pick<RehearsalPorts, "invoke" | "newId" | "now">;

/** The handlers promise an answer within three seconds (docs/operations.md); the first one also starts them. */
export const longestMs = 3_000;
