import type { FieldLabel } from "./settings.ts";
import type { Words } from "./words/words.ts";

/** Who reads the page: in which language, and what of the deployment they are shown. */
export interface Reader {
  readonly locale: string;
  readonly words: Words;
  readonly labels: readonly FieldLabel[];
  /** With `{accountId}` in it. */
  readonly accountLink?: string;
  /** Something was copied; what it is called. */
  readonly onCopied: (field: string) => void;
  /** Says something to who hears the page. */
  readonly say: (text: string, isTrouble: boolean) => void;
}
