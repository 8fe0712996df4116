/** Versions of our packages, by name. */
export type Versions = Readonly<
  Record<"@skill-call/skill" | "@skill-call/alexa-emulator" | "skill-call", string>
>;

/** @param name of the project, as its folder is called */
export function packageJson(name: string, versions: Versions): object {
  const range = (of: keyof Versions) => `^${versions[of]}`;
  return {
    name: packageName(name),
    version: "0.0.0",
    private: true,
    type: "module",
    engines: { node: ">=20.6" },
    scripts: {
      demo: "skill-call demo --form . --starter connect",
      talk: "skill-call talk --form . --starter connect",
      test: "node --test",
      "skill:models": "skill models",
      "skill:lint": "skill lint",
      "skill:package": "skill package --settings deployment.json",
      deploy:
        "skill package --settings deployment.json --with-lambda && cd dist/alexa-skill && npm install --no-audit --no-fund && npx ask-cli deploy",
    },
    dependencies: { "@skill-call/skill": range("@skill-call/skill") },
    devDependencies: {
      "@skill-call/alexa-emulator": range("@skill-call/alexa-emulator"),
      "skill-call": range("skill-call"),
    },
  };
}

/** What npm takes for a name. */
function packageName(folder: string): string {
  const name = folder.toLowerCase().replace(/[^a-z0-9._~-]+/g, "-");
  return name.replace(/^[._-]+|(?<!-)-+$/g, "") || "skill";
}
