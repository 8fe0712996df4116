import type { Answers } from "../answers.ts";
import { callTest } from "./call-test.ts";
import { conversationTest } from "./conversation-test.ts";
import { formDocuments } from "./form-documents.ts";
import { packageJson, type Versions } from "./package-json.ts";
import { readme } from "./readme.ts";
import { skillManifest } from "./skill-manifest.ts";

export interface ProjectOptions {
  /** As its folder is called. */
  readonly name: string;
  readonly versions: Versions;
}

/** The files of a new project but for its icons and the interaction models, by their paths. */
export function projectFiles(
  answers: Answers,
  { name, versions }: ProjectOptions,
): ReadonlyMap<string, string> {
  const { form, words } = formDocuments(answers);
  const documents = {
    "package.json": packageJson(name, versions),
    "call-form.json": form,
    ...Object.fromEntries(
      Object.entries(words).map(([locale, content]) => [`words/${locale}.json`, content]),
    ),
    "routes.json": { rules: [], otherwise: [{ type: "pstn", number: answers.phoneNumber }] },
    "deployment.json": deployment,
    "ask-resources.json": askResources,
    "skill-package/skill.json": skillManifest(answers),
  };
  const json = Object.entries(documents).map(
    ([file, content]) => [file, `${JSON.stringify(content, undefined, 2)}\n`] as const,
  );
  return new Map([
    ...json,
    ["README.md", readme(answers)],
    [".gitignore", "node_modules/\ndist/\n"],
    ["test/conversation.test.mjs", conversationTest(answers)],
    ["test/call.test.mjs", callTest],
  ]);
}

/** Amazon Connect is open to everybody; its IDs are the team's. */
const deployment = {
  privacyUrl: "https://example.com/privacy/{locale}",
  termsUrl: "https://example.com/terms/{locale}",
  lambda: {
    region: "us-east-1",
    environment: {
      CALL_STARTER: "connect",
      CONNECT_INSTANCE_ID: "",
      CONNECT_FLOW_ID: "",
      CONNECT_SOURCE_NUMBER: "",
    },
  },
};

/** The ASK CLI's own file, for editors that look for it; what is deployed has another one. */
const askResources = {
  askcliResourcesVersion: "2020-03-31",
  profiles: { default: { skillMetadata: { src: "./skill-package" } } },
};
