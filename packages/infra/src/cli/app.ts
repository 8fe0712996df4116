// What `cdk.json` runs: the CDK's command line gives the context, and reads what is written.
import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { deployedApp } from "./deployed-app.ts";
import { sayMistakes } from "./say-mistakes.ts";

const packagesFolder = fileURLToPath(new URL("../../", import.meta.url));

sayMistakes(() => {
  // Under the CDK's command line an App writes itself when the process ends: this one, empty, over the real one.
  const context = new App({ autoSynth: false }).node;
  const path = String(context.tryGetContext("deployment"));
  const emergency = String(context.tryGetContext("emergency")) === "true";
  deployedApp({ path, packagesFolder, emergency }).synth();
});
