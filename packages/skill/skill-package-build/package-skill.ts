import { join, relative } from "node:path";
import { type Finding, findingLine } from "../skill-package-lint/finding.ts";
import { lint } from "../skill-package-lint/lint.ts";
import { loadSkillPackage } from "../skill-package-lint/load-skill-package.ts";
import type { Places } from "../skill-package-lint/places.ts";
import type { SkillPackage } from "../skill-package-lint/skill-package.ts";
import { writeAskProject } from "./ask-project.ts";
import { checkIcons } from "./check-icons.ts";
import { deployableCopy } from "./deployable-copy.ts";
import { help } from "./help.ts";
import { placeholders } from "./placeholders.ts";
import { type Request, readRequest } from "./request.ts";
import type { Settings } from "./settings.ts";
import { type Packaged, whatNext } from "./what-next.ts";

export interface Run {
  readonly places: Places;
  /** As it is typed, such as `pnpm skill:package`. */
  readonly typed: string;
  /** Where the command was typed: paths in the arguments are relative to it. */
  readonly from: string;
  readonly args: readonly string[];
}

export interface Outcome {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Makes a deployable copy of the skill package where it has no mistake, and says how to deploy it. */
export async function packageSkill({ places, typed, from, args }: Run): Promise<Outcome> {
  const asked = readRequest(args, from);
  if (asked.help) return { lines: help(typed).trimEnd().split("\n"), exitCode: 0 };
  if (asked.mistakes) return refused(asked.mistakes);

  const { request } = asked;
  const sourceFolder = join(places.root, "skill-package");
  if (join(request.folder, "skill-package") === sourceFolder)
    return refused([
      "--out: is the repository itself, whose copy stays clean; take another folder",
    ]);

  const { skillPackage: source, findings } = await loadSkillPackage(places);
  if (!source) return refused(findings.map(findingLine));
  const skillPackage = deployableCopy(source, request.settings);
  const mistakes = await check(skillPackage, places);
  if (mistakes.length > 0) return refused(mistakes.map(findingLine));

  const { settings, skillId, folder, stack } = request;
  writeAskProject(folder, {
    skillPackage,
    skillId,
    sourceFolder,
    profile: settings.profile,
    withImages: settings.iconsUrl === undefined,
    lambda: stack && {
      stack,
      built: places.lambdaFolder,
      formFolder: places.root,
      region: regionOf(settings),
    },
  });
  return { lines: whatNext(packaged(request, skillPackage, { places, from })), exitCode: 0 };
}

/** What would be uploaded is checked, not only what it was made of: a name may be too long, a phrase may miss it. */
async function check(skillPackage: SkillPackage, places: Places): Promise<Finding[]> {
  const smapi = await places.smapiChecks();
  const { manifest, models } = skillPackage;
  return [
    ...smapi.manifest(manifest.file, manifest.content),
    ...models.flatMap(({ file, content }) => smapi.model(file, content)),
    ...lint(skillPackage),
    ...checkIcons(skillPackage, join(places.root, "skill-package")),
  ];
}

function packaged(
  { folder, settings, skillId, stack }: Request,
  skillPackage: SkillPackage,
  { places, from }: Pick<Run, "places" | "from">,
): Packaged {
  const [there, back] = [relative(from, folder), relative(folder, from)];
  const warnings = placeholders(skillPackage);
  const lambdaRegion = stack && regionOf(settings);
  return {
    folder: there || ".",
    back: back || ".",
    settings,
    skillId,
    lambdaRegion,
    inProject: places.kind === "project",
    warnings,
  };
}

function regionOf({ lambda }: Settings): string {
  return lambda?.region ?? "us-east-1";
}

function refused(mistakes: readonly string[]): Outcome {
  const title = `The skill cannot be packaged, ${mistakes.length} ${mistakes.length === 1 ? "mistake" : "mistakes"}:`;
  return { lines: [title, ...mistakes.map((mistake) => `- ${mistake}`)], exitCode: 1 };
}
