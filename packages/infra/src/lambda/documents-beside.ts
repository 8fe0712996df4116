import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest } from "@skill-call/live-routes";
import { AssetHashType, DockerImage, type ILocalBundling } from "aws-cdk-lib";
import { type AssetCode, Code } from "aws-cdk-lib/aws-lambda";
import { environmentFits } from "./environment-size.ts";

type Environment = Readonly<Record<string, string>>;

export interface Deployable {
  readonly environment: Environment;
  readonly code: AssetCode;
}

/** A document's variable, and the file that holds it where the environment has no room. */
const variable = "ROUTES";
const file = "routes.json";

/**
 * A Lambda's code and environment: routes that its environment has no room for, or that serve until those of a source
 * elsewhere could be read, go into a file beside it.
 * @param source as `ROUTES_SOURCE` names it
 */
export function deployable(folder: string, environment: Environment, source?: string): Deployable {
  const { [variable]: text, ...others } = environment;
  if (text === undefined || (source === undefined && environmentFits(environment))) {
    return { environment, code: Code.fromAsset(folder) };
  }
  return {
    environment: { ...others, [`${variable}_SOURCE`]: source ?? `file:${file}` },
    code: Code.fromAsset(folder, {
      // What is deployed is known by what is in it.
      assetHashType: AssetHashType.OUTPUT,
      bundling: { image: noImage, local: withFile(folder, text) },
    }),
  };
}

/** Never asked for: the copy is made here. */
const noImage = DockerImage.fromRegistry("scratch");

function withFile(folder: string, text: string): ILocalBundling {
  return {
    tryBundle(outputFolder) {
      cpSync(folder, outputFolder, { recursive: true });
      // Filed: a Lambda then starts without reading all of its rules.
      writeFileSync(join(outputFolder, file), fileRoutes(text, documentDigest));
      return true;
    },
  };
}
