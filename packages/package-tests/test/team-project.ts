import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** A project of another team: nothing in it but its own package.json and the tarballs. */
export class TeamProject {
  readonly folder: string;

  constructor(folder: string, type: "module" | "commonjs") {
    this.folder = folder;
    mkdirSync(folder);
    this.#write("package.json", { name: "team", private: true, type });
    this.#write("tsconfig.json", { compilerOptions, include: ["src"] });
    cpSync("examples", join(folder, "src"), { recursive: true });
  }

  install(tarballs: readonly string[]): Promise<string> {
    return run(
      this.folder,
      "npm",
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      ...tarballs,
    );
  }

  /** Type-checks the examples, and compiles them to JavaScript of the project's own kind. */
  compile(): Promise<string> {
    return run(this.folder, process.execPath, resolve("node_modules/typescript/bin/tsc"));
  }

  /** Runs a compiled example, with Node's own options first. */
  node(...args: string[]): Promise<string> {
    return run(this.folder, process.execPath, ...args);
  }

  #write(file: string, content: unknown): void {
    writeFileSync(join(this.folder, file), JSON.stringify(content));
  }
}

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  // Declarations are checked too: what a team with strict habits would see.
  skipLibCheck: false,
  target: "es2023",
  module: "nodenext",
  rootDir: "src",
  outDir: "dist",
  types: ["node"],
  // The only thing taken from this repository: the types of Node itself.
  typeRoots: [resolve("node_modules/@types")],
};
