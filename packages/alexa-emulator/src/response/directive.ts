import * as v from "valibot";

const confirmationStatus = v.optional(v.picklist(["NONE", "CONFIRMED", "DENIED"]), "NONE");

const updatedIntent = v.object({
  name: v.string(),
  confirmationStatus,
  slots: v.nullish(
    v.record(
      v.string(),
      v.object({
        value: v.nullish(v.string()),
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
]);

export type Directive = v.InferOutput<typeof directive>;
export type UpdatedIntent = v.InferOutput<typeof updatedIntent>;
export type StartConnection = Extract<Directive, { type: "Connections.StartConnection" }>;
/** A directive that asks the caller something about an intent, or has Alexa do it. */
export type DialogDirective = Exclude<Directive, StartConnection>;

/** Directives of Alexa that this emulator knows and leaves alone, by their beginning. */
const notEmulated = [
  "Alexa.",
  "AudioPlayer.",
  "Connections.SendRequest",
  "Connections.SendResponse",
  "CustomInterfaceController.",
  "Dialog.DelegateRequest",
  "Dialog.UpdateDynamicEntities",
  "Display.",
  "GadgetController.",
  "GameEngine.",
  "Hint",
  "Navigation.",
  "Tasks.",
  "VideoApp.",
];

export type DirectiveReading =
  | { readonly kind: "directive"; readonly directive: Directive }
  | { readonly kind: "not-emulated"; readonly type: string }
  | { readonly kind: "invalid"; readonly problem: string };

export function readDirective(raw: { readonly type: string }): DirectiveReading {
  const { type } = raw;
  if (notEmulated.some((beginning) => type.startsWith(beginning)))
    return { kind: "not-emulated", type };
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
