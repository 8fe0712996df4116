import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

/** A project of another team: nothing in it but its own package.json and the tarballs. */
export class TeamProject {
  readonly folder: string;

  constructor(folder: string, type: "module" | "commonjs") {
    this.folder = folder;
    mkdirSync(folder);
    this.write("package.json", JSON.stringify({ name: "team", private: true, type }));
    this.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
    cpSync("examples", join(folder, "src"), { recursive: true });
  }

  /** Installs tarballs, and packages of the registry by their names. */
  install(packages: readonly string[]): Promise<string> {
    return run(
      this.folder,
      "npm",
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      ...packages,
    );
  }

  /** Type-checks the examples, and compiles them to JavaScript of the project's own kind. */
  compile(...options: string[]): Promise<string> {
    const compiler = resolve("node_modules/typescript/bin/tsc");
    return run(this.folder, process.execPath, compiler, ...options);
  }

  /** Runs a compiled example, with Node's own options first. */
  node(...args: string[]): Promise<string> {
    return run(this.folder, process.execPath, ...args);
  }

  write(file: string, content: string): void {
    writeFileSync(join(this.folder, file), content);
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
