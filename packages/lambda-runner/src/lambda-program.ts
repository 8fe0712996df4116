import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { LambdaSetting } from "./lambda-environment.ts";

/** A program that a Lambda's process runs. */
export interface LambdaProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Why a command that is not there is needed. */
  readonly missing: string;
}

const beside = (file: string) => fileURLToPath(new URL(`./${file}`, import.meta.url));

/** The runtime of a language with the Lambda's file. */
export function lambdaProgram({ file, exported, runtime }: LambdaSetting): LambdaProgram {
  if (extname(file) === ".py") {
    return {
      command: "python3",
      args: ["-u", beside("lambda-runtime.py"), file, exported],
      missing: `${file} is Python, and there is no python3 on PATH`,
    };
  }
  return {
    command: process.execPath,
    args: ["--enable-source-maps", beside("lambda-runtime.mjs"), file, exported, runtime],
    missing: `${process.execPath} cannot be started`,
  };
}
