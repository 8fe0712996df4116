import * as v from "valibot";
import { type AudioDirective, readAudioDirective } from "../device/audio-player.ts";
import { type DynamicEntities, readDynamicEntities } from "./dynamic-entities.ts";

const confirmationStatus = v.optional(v.picklist(["NONE", "CONFIRMED", "DENIED"]), "NONE");

const updatedIntent = v.object({
  name: v.string(),
  confirmationStatus,
  slots: v.nullish(
    v.record(
      v.string(),
      v.object({
        // A number is as good as its digits.
        value: v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
        confirmationStatus,
        resolutions: v.nullish(v.looseObject({ resolutionsPerAuthority: v.array(v.any()) })),
      }),
    ),
  ),
});

const forIntent = { updatedIntent: v.nullish(updatedIntent) };

const permissionScope = v.object({
  permissionScope: v.string(),
  consentLevel: v.picklist(["ACCOUNT", "PERSON"]),
});

const directive = v.variant("type", [
  v.object({ type: v.literal("Dialog.Delegate"), ...forIntent }),
  v.object({ type: v.literal("Dialog.ElicitSlot"), slotToElicit: v.string(), ...forIntent }),
  v.object({ type: v.literal("Dialog.ConfirmSlot"), slotToConfirm: v.string(), ...forIntent }),
  v.object({ type: v.literal("Dialog.ConfirmIntent"), ...forIntent }),
  v.object({
    type: v.literal("Connections.StartConnection"),
    uri: v.literal("connection://AMAZON.AskForPermissionsConsent/2"),
    input: v.object({
      "@type": v.literal("AskForPermissionsConsentRequest"),
      "@version": v.literal("2"),
      permissionScopes: v.pipe(v.array(permissionScope), v.minLength(1)),
    }),
    token: v.nullish(v.string()),
    onCompletion: v.nullish(v.picklist(["RESUME_SESSION", "SEND_ERRORS_ONLY"])),
  }),
  v.object({
    type: v.literal("Connections.SendRequest"),
    name: v.picklist(["Buy", "Upsell", "Cancel", "AskFor"]),
    payload: v.looseObject({
      InSkillProduct: v.optional(v.object({ productId: v.string() })),
      upsellMessage: v.optional(v.string()),
      permissionScope: v.optional(v.string()),
    }),
    token: v.nullish(v.string()),
  }),
]);

export type Directive = v.InferOutput<typeof directive>;
export type UpdatedIntent = v.InferOutput<typeof updatedIntent>;
export type StartConnection = Extract<Directive, { type: "Connections.StartConnection" }>;
/** Hands the caller over to Alexa's own questions: to buy something, or to allow something. */
export type SendRequest = Extract<Directive, { type: "Connections.SendRequest" }>;
/** A directive that asks the caller something about an intent, or has Alexa do it. */
export type DialogDirective = Exclude<Directive, StartConnection | SendRequest>;

/** Directives that are kept for whoever looks at the turn, and do nothing here, by their beginning. */
const kept = [
  "Alexa.",
  "Connections.SendResponse",
  "CustomInterfaceController.",
  "Dialog.DelegateRequest",
  "Display.",
  "GadgetController.",
  "GameEngine.",
  "Hint",
  "Navigation.",
  "Tasks.",
  "VideoApp.",
];

/** Tasks of other skills, such as printing a page, are not carried out. */
function isOtherTask(raw: { readonly type: string; readonly uri?: unknown }): boolean {
  return (
    typeof raw.uri === "string" && !raw.uri.startsWith("connection://AMAZON.AskForPermissions")
  );
}

export type DirectiveReading =
  | { readonly kind: "directive"; readonly directive: Directive }
  | { readonly kind: "audio"; readonly audio: AudioDirective }
  | { readonly kind: "entities"; readonly entities: DynamicEntities }
  | { readonly kind: "kept"; readonly type: string }
  | { readonly kind: "invalid"; readonly problem: string };

export function readDirective(raw: { readonly type: string }): DirectiveReading {
  const { type } = raw;
  if (kept.some((beginning) => type.startsWith(beginning))) return { kind: "kept", type };
  if (type === "Connections.StartConnection" && isOtherTask(raw)) return { kind: "kept", type };
  if (type.startsWith("AudioPlayer.")) {
    const audio = readAudioDirective(raw);
    return "problem" in audio
      ? { kind: "invalid", problem: `${type}: ${audio.problem}` }
      : { kind: "audio", audio: audio.directive };
  }
  if (type === "Dialog.UpdateDynamicEntities") {
    const read = readDynamicEntities(raw);
    return "problem" in read
      ? { kind: "invalid", problem: `${type}: ${read.problem}` }
      : { kind: "entities", entities: read.entities };
  }
  const parsed = v.safeParse(directive, raw);
  if (parsed.success) return { kind: "directive", directive: parsed.output };
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const problem =
    path === "type"
      ? `there is no directive "${type}"`
      : `${type}: ${path ? `${path}: ` : ""}${issue.message}`;
  return { kind: "invalid", problem };
}
