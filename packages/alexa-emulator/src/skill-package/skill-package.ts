import type { InSkillProduct } from "../api/in-skill-product.ts";

/** What a team deploys with its skill's code. */
export interface SkillPackage {
  /** The JSON of the interaction models, by locale. There is one at least. */
  readonly models: ReadonlyMap<string, unknown>;
  /** Absent where there are models only. */
  readonly manifest?: SkillManifest;
  readonly products: readonly InSkillProduct[];
}

/** What the emulator needs of `skill.json`. */
export interface SkillManifest {
  /** The skill's public name, by locale. */
  readonly names: ReadonlyMap<string, string>;
  /** The permission scopes that the skill may ask for. */
  readonly permissions: readonly string[];
  /** The interfaces that the skill uses, as the manifest names them: `AUDIO_PLAYER`. */
  readonly interfaces: readonly string[];
}
