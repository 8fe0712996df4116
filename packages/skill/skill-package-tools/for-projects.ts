// What a program that makes a skill's project needs of the tools.
export { invocationNameMistakes } from "../skill-package-lint/rules/invocation-name.ts";
export { writeModels } from "../skill-package-models/write-models.ts";
