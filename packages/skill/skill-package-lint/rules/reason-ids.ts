import type { PackageRule } from "../rule.ts";
import type { LocaleModel } from "../skill-package.ts";

const slotType = "CallReason";

/** Interaction models, call-reasons.json and the routes of the SMA handler speak of the same reasons. */
export const reasonIds: PackageRule = {
  name: "reason-ids",
  *check({ models, callReasons, routes }) {
    for (const model of models)
      for (const problem of ofModel(model, callReasons.content))
        yield { file: model.file, ...problem };

    for (const [index, { when }] of routes.content.rules.entries()) {
      const reasons = [when.reason ?? []].flat();
      for (const reason of reasons.filter((each) => !callReasons.content.includes(String(each))))
        yield {
          file: routes.file,
          path: ["rules", index, "when", "reason"],
          message: `"${reason}" is not in ${callReasons.file}: no call will ever have this reason`,
        };
    }
  },
};

function* ofModel({ content }: LocaleModel, callReasons: readonly string[]) {
  const { types = [] } = content.interactionModel.languageModel;
  const index = types.findIndex(({ name }) => name === slotType);
  const path = ["interactionModel", "languageModel", "types"];
  const ids = (types[index]?.values ?? []).map(({ id }) => id ?? "");
  if (index === -1) {
    yield { path, message: `slot type ${slotType} is missing` };
    return;
  }
  for (const [value, id] of ids.entries())
    if (!callReasons.includes(id))
      yield {
        path: [...path, index, "values", value, "id"],
        message: `"${id}" is no reason id: the skill would refuse it`,
      };
  for (const id of callReasons.filter((each) => !ids.includes(each)))
    yield { path: [...path, index, "values"], message: `nobody can say reason "${id}"` };
}
