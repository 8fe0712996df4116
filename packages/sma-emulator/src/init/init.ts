import { constants, existsSync, readdirSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CommandError, type Output } from "@skill-call/terminal";
import { emulatorDocument } from "./emulator-document.ts";
import type { InitOptions } from "./init-command.ts";
import type { Project } from "./project.ts";
import { projectOfSources } from "./project-of-sources.ts";
import { projectOfTemplates } from "./project-of-templates.ts";
import { readTemplate } from "./read-template.ts";

/** @throws {CommandError} when there is nothing to read, or something to write over */
export async function init(
  { template, output: file, force }: InitOptions,
  output: Output,
): Promise<void> {
  if (existsSync(file) && !force) {
    throw new CommandError(`${file} is there already; --force writes over it.`);
  }
  const folder = dirname(resolve(file));
  const templates = template?.map((each) => resolve(each)) ?? findTemplates(folder);
  const project = await projectFrom(templates, folder);
  if (project.applications.length === 0) throw new CommandError(nothingFound(folder));
  await writeFile(file, `${JSON.stringify(emulatorDocument(project), null, 2)}\n`);
  const copied = await copyPrompts(project, { folder, force: force ?? false });
  output.print(
    `${file} is written${from(templates, folder)}.`,
    ...project.applications.map(
      ({ name, lambda }) => `  ${name}   ${lambda.file} (${lambda.handler})`,
    ),
    ...(copied > 0 ? [`Audio files copied to s3/<bucket>/: ${copied}.`] : []),
    ...openPoints(project.open),
    "Next: npx @skill-call/sma-emulator",
  );
}

/** @throws {CommandError} when a template cannot be read */
async function projectFrom(files: readonly string[], folder: string): Promise<Project> {
  if (files.length === 0) return projectOfSources(folder);
  const templates = await Promise.all(
    files.map((file) =>
      readTemplate(file).catch((cause: Error) => {
        throw new CommandError(`${file} cannot be read: ${cause.message}`, { cause });
      }),
    ),
  );
  return projectOfTemplates(templates, folder);
}

function from(templates: readonly string[], folder: string): string {
  const names = templates.map((each) => relative(folder, each));
  if (names.length > 0) return `, from ${names.join(", ")}`;
  const more = existsSync(join(folder, "cdk.json")) ? `. ${synth}, and init then knows more` : "";
  return `, from the sources: no template was found${more}`;
}

function openPoints(open: readonly string[]): readonly string[] {
  if (open.length === 0) return [];
  return ["Not mapped, for you to look at:", ...open.map((point) => `- ${point}`)];
}

function nothingFound(folder: string): string {
  const hint = existsSync(join(folder, "cdk.json")) ? ` ${synth}.` : "";
  return `No SIP media application was found in ${folder}: neither a template that has one, nor a handler that reads InvocationEventType.${hint} --template names a template.`;
}

const synth =
  "This is a CDK project: npx cdk synth writes cdk.out (npx cdk ls does, too, and needs no Docker)";

/** Puts prompts where the emulator finds them; what is there already stays, unless forced. */
async function copyPrompts(
  { buckets }: Project,
  { folder, force }: { readonly folder: string; readonly force: boolean },
): Promise<number> {
  let copied = 0;
  for (const { name, audioFiles } of buckets) {
    const bucket = join(folder, "s3", name);
    for (const file of audioFiles) {
      await mkdir(bucket, { recursive: true });
      const target = join(bucket, basename(file));
      if (!force && existsSync(target)) continue;
      await copyFile(file, target, force ? 0 : constants.COPYFILE_EXCL);
      copied += 1;
    }
  }
  return copied;
}

/** What SAM and CloudFormation projects call their template, the built one first: there the code is whole. */
const usualNames = [
  ".aws-sam/build/template.yaml",
  "template.yaml",
  "template.yml",
  "template.json",
  "sam-template.yaml",
  "cloudformation.yaml",
  "cloudformation.yml",
  "cloudformation.json",
];

/** The templates of a project: of the CDK all that it synthesised, else the first that has a usual name. */
function findTemplates(folder: string): readonly string[] {
  const synthesised = synthesisedIn(join(folder, "cdk.out"));
  if (synthesised.length > 0) return synthesised;
  return usualNames
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .slice(0, 1);
}

/** Nested stacks stand before their parents in no order that counts; stages have folders of their own. */
function synthesisedIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith("assembly-") ? synthesisedIn(path) : [];
    return entry.name.endsWith(".template.json") ? [path] : [];
  });
}
