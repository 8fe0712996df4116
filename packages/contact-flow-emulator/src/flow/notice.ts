/** One thing that happened to a contact, for observers: the command, the console, a test case. */
export type Notice =
  | {
      readonly type: "action";
      readonly flow: string;
      readonly action: string;
      readonly actionType: string;
      readonly parameters: Readonly<Record<string, unknown>>;
    }
  | {
      readonly type: "said";
      readonly to: "customer" | "agent";
      readonly text: string;
      readonly kind: "Text" | "SSML" | "PromptId";
    }
  | { readonly type: "pressed"; readonly digits: string }
  | {
      readonly type: "asked";
      readonly functionArn: string;
      readonly event: unknown;
      readonly attempt: number;
    }
  | {
      readonly type: "answered";
      readonly functionArn: string;
      readonly answer: unknown;
      readonly durationMs: number;
    }
  | {
      readonly type: "branch";
      readonly action: string;
      readonly taken: string;
      readonly why?: string;
    }
  | { readonly type: "dialled"; readonly number: string; readonly callerId: string }
  | {
      readonly type: "third-party";
      readonly state: "answered" | "failed" | "not-answered" | "hung-up";
      readonly sipCode?: number;
    }
  | { readonly type: "queued"; readonly queue: string }
  | {
      readonly type: "agent";
      readonly state: "accepted" | "connected" | "hung-up";
      readonly name: string;
    }
  | { readonly type: "not-emulated"; readonly action: string; readonly actionType: string }
  | { readonly type: "ended"; readonly reason: string };

export type TellNotice = (contactId: string, notice: Notice) => void;
