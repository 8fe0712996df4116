import spec from "ask-smapi-model/spec.json" with { type: "json" };
import { reachableDefinitions } from "../skill-package-lint/smapi-schema.ts";

/** Of Amazon's published schemas those that a skill package is checked against, as JSON. */
export default JSON.stringify({
  definitions: reachableDefinitions(spec, [
    "v1.skill.Manifest.SkillManifestEnvelope",
    "v1.skill.interactionModel.InteractionModelData",
  ]),
});
