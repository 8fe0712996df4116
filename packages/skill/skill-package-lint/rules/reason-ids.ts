import { routeMistakes } from "@skill-call/call-form";
import { stepsOf } from "../finding.ts";
import type { PackageRule } from "../rule.ts";
import type { LocaleModel } from "../skill-package.ts";

const slotType = "CallReason";

/** Interaction models, the call form and the routes of the SMA handler speak of the same reasons, fields and choices. */
export const reasonIds: PackageRule = {
  name: "reason-ids",
  *check({ models, form, routes }) {
    for (const model of models)
      for (const problem of ofModel(model, form.reasons)) yield { file: model.file, ...problem };

    for (const { pointer, problem } of routeMistakes(form, routes.content))
      yield { file: routes.file, path: stepsOf(pointer), message: problem };
  },
};

function* ofModel({ content }: LocaleModel, reasons: readonly string[]) {
  const { types = [] } = content.interactionModel.languageModel;
  const index = types.findIndex(({ name }) => name === slotType);
  const path = ["interactionModel", "languageModel", "types"];
  const ids = (types[index]?.values ?? []).map(({ id }) => id ?? "");
  if (index === -1) {
    yield { path, message: `slot type ${slotType} is missing` };
    return;
  }
  for (const [value, id] of ids.entries())
    if (!reasons.includes(id))
      yield {
        path: [...path, index, "values", value, "id"],
        message: `"${id}" is not a reason id: the skill would refuse it`,
      };
  for (const id of reasons.filter((each) => !ids.includes(each)))
    yield { path: [...path, index, "values"], message: `nobody can say reason "${id}"` };
}
