import { dialogSlots } from "../dialog.ts";
import type { ModelRule } from "../rule.ts";

/** The validations of dialog slots, and the field that each compares with. */
const fieldOf: Readonly<Record<string, "value" | "values" | undefined>> = {
  hasEntityResolutionMatch: undefined,
  isInDuration: undefined,
  isNotInDuration: undefined,
  isInSet: "values",
  isNotInSet: "values",
  isGreaterThan: "value",
  isGreaterThanOrEqualTo: "value",
  isLessThan: "value",
  isLessThanOrEqualTo: "value",
};

/** Validations exist and have what they compare with: the schema takes any name. */
export const slotValidations: ModelRule = {
  name: "slot-validations",
  *check({ content }) {
    const { types = [] } = content.interactionModel.languageModel;
    for (const { slot, path } of dialogSlots(content)) {
      for (const [index, validation] of (slot.validations ?? []).entries()) {
        const at = [...path, "validations", index];
        const { type } = validation;
        const field = fieldOf[type];
        if (!(type in fieldOf)) yield { path: at, message: `"${type}" is not a validation` };
        if (field && !(field in validation))
          yield { path: at, message: `${type} needs "${field}" to compare with` };
        if (type === "hasEntityResolutionMatch" && !types.some(({ name }) => name === slot.type))
          yield { path: at, message: `${slot.type} has no values of ours that could match` };
      }
    }
  },
};
