import * as v from "valibot";

/** What a breakdown service adds to the context of a call. */
export const memberFields = v.object({
  membership: v.picklist(["gold", "standard"]),
  vehicle: v.exactOptional(v.object({ plate: v.string(), electric: v.boolean() })),
});
