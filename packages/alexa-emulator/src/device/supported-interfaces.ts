import type { Device } from "./device.ts";

export type SupportedInterfaces = Readonly<Record<string, object>>;

/** What the manifest calls an interface, and what requests call it. */
const interfaces = [
  { manifest: "AUDIO_PLAYER", name: "AudioPlayer", on: ["speaker", "screen"], value: {} },
  { manifest: "GAME_ENGINE", name: "GameEngine", on: ["speaker", "screen"], value: {} },
  { manifest: "GADGET_CONTROLLER", name: "GadgetController", on: ["speaker", "screen"], value: {} },
  { manifest: "RENDER_TEMPLATE", name: "Display", on: ["screen"], value: {} },
  { manifest: "VIDEO_APP", name: "VideoApp", on: ["screen"], value: {} },
  {
    manifest: "ALEXA_PRESENTATION_APL",
    name: "Alexa.Presentation.APL",
    on: ["screen"],
    value: { runtime: { maxVersion: "2024.3" } },
  },
  {
    manifest: "ALEXA_PRESENTATION_HTML",
    name: "Alexa.Presentation.HTML",
    on: ["screen"],
    value: { runtime: { maxVersion: "1.2" } },
  },
] as const;

/**
 * `context.System.device.supportedInterfaces`: what the device has and the skill asks for.
 * @param wanted the interfaces of the manifest; undefined where there is no manifest, and so none that is asked for
 */
export function supportedInterfaces(
  { interfaces: has = "speaker" }: Device,
  wanted: readonly string[] = [],
): SupportedInterfaces {
  if (typeof has === "object") return has;
  return Object.fromEntries(
    interfaces
      .filter(({ manifest, on }) => wanted.includes(manifest) && on.some((kind) => kind === has))
      .map(({ name, value }) => [name, value]),
  );
}
