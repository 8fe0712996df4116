import { pnpmAsTyped } from "@skill-call/terminal";

/** How the command is typed where it runs, for what it prints about itself. */
export interface AsTyped {
  /** Before the name of a command: `npx -y pnpm@12`. */
  readonly command: string;
  /** A skill that is there. */
  readonly form: string;
  /** What a call says of that skill's fields. */
  readonly fields: string;
}

/** In this repository, whose scripts have the names of the commands. */
export function typedInRepository(environment: NodeJS.ProcessEnv): AsTyped {
  return {
    command: pnpmAsTyped(environment),
    form: "--form examples/clinic",
    fields: '--field practice=north --field "Date of birth=1980-05-03"',
  };
}

/** In the project of a team that installed it. */
export const typedInProject: AsTyped = {
  command: "npx skill-call",
  form: "--form .",
  fields: "--field callerName=Ana",
};
