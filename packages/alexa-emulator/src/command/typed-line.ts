/** What a line means that was typed, or piped in. */
export type TypedLine =
  | { readonly kind: "utterance"; readonly text: string }
  | { readonly kind: "silence" }
  | { readonly kind: "event"; readonly name: string; readonly body?: object }
  | {
      readonly kind: "playback";
      readonly type: `AudioPlayer.${string}` | `PlaybackController.${string}`;
    }
  | { readonly kind: "touch"; readonly args: readonly string[] }
  | { readonly kind: "request"; readonly file: string }
  | { readonly kind: "fault"; readonly api: string; readonly fault: string }
  | { readonly kind: "grant" | "revoke"; readonly scope: string }
  | { readonly kind: "attributes" | "help" | "quit" }
  | { readonly kind: "mistake"; readonly message: string };

/** Reads a line: words to be said, or a `/command`. An empty line is silence. */
export function typedLine(line: string): TypedLine {
  const text = line.trim();
  if (text === "") return { kind: "silence" };
  const [, command, rest = ""] = /^\/(\S*)\s*(.*)$/.exec(text) ?? [];
  if (command === undefined) return { kind: "utterance", text };
  const words = rest.split(/\s+/).filter((word) => word !== "");
  const [first = "", second = ""] = words;
  switch (command) {
    case "silence":
    case "attributes":
    case "help":
    case "quit":
      return { kind: command };
    case "event":
      return first === "" ? needs("/event SkillDisabled") : event(first, rest.slice(first.length));
    case "playback":
      return first === "" ? needs("/playback PlaybackFinished") : playback(first);
    case "touch":
      return { kind: "touch", args: words };
    case "request":
      return first === "" ? needs("/request event.json") : { kind: "request", file: rest };
    case "fault":
      return second === ""
        ? needs("/fault email 500")
        : { kind: "fault", api: first, fault: second };
    case "grant":
    case "revoke":
      return first === ""
        ? needs(`/${command} alexa::profile:email:read`)
        : { kind: command, scope: first };
    default:
      return { kind: "mistake", message: `There is no /${command}; /help shows what there is.` };
  }
}

function event(name: string, json: string): TypedLine {
  if (json.trim() === "") return { kind: "event", name };
  try {
    return { kind: "event", name, body: JSON.parse(json) };
  } catch {
    return { kind: "mistake", message: `What follows ${name} is not JSON.` };
  }
}

/** `PlaybackFinished` is of the player, `NextCommandIssued` of the buttons. */
function playback(name: string): TypedLine {
  if (/^(?:AudioPlayer|PlaybackController)\./.test(name))
    return { kind: "playback", type: name as `AudioPlayer.${string}` };
  return name.endsWith("CommandIssued")
    ? { kind: "playback", type: `PlaybackController.${name}` }
    : { kind: "playback", type: `AudioPlayer.${name}` };
}

function needs(example: string): TypedLine {
  return { kind: "mistake", message: `Something is missing; for instance ${example}` };
}
