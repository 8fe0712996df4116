import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest, indexSuffix } from "@skill-call/lambda-config";
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
 * A Lambda's code and environment: routes that its environment has no room for go into a file beside it, which
 * `ROUTES_SOURCE` names.
 */
export function deployable(folder: string, environment: Environment): Deployable {
  const { [variable]: text, ...others } = environment;
  if (text === undefined || environmentFits(environment)) {
    return { environment, code: Code.fromAsset(folder) };
  }
  return {
    environment: { ...others, [`${variable}_SOURCE`]: `file:${file}` },
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
      writeRoutes(join(outputFolder, file), text);
      return true;
    },
  };
}

/** With an index beside it, where it can have one: a Lambda then starts without reading all of its rules. */
function writeRoutes(path: string, text: string): void {
  const filed = fileRoutes(text, documentDigest);
  writeFileSync(path, filed?.text ?? text);
  if (filed) writeFileSync(`${path}${indexSuffix}`, filed.index);
}
