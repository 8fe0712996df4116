/** What kinds of answer a caller can be asked for; docs/call-form.md has a row for each. */
export const fieldKinds = [
  "name",
  "account-id",
  "reason",
  "choice",
  "date",
  "number",
  "phone",
  "yes-no",
  "words",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** How an account ID looks. */
export interface AccountIdCheck {
  /** Fewest and most characters. */
  readonly length: readonly [number, number];
  /** Digits only, the last one a Luhn check digit (ISO/IEC 7812-1, annex B). */
  readonly luhn: boolean;
  /** A regular expression that the whole ID must match, upper case and without separators. */
  readonly pattern?: string;
}

export interface DateCheck {
  /** On which side of today the date must be; today itself is on both. */
  readonly in?: "past" | "future";
}

export interface NumberCheck {
  readonly min?: number;
  readonly max?: number;
}

export interface PhoneCheck {
  /** ISO 3166-1 alpha-2. A number without a country code is read as one of the first. */
  readonly countries: readonly string[];
}

export interface WordsCheck {
  /** Fewest and most characters. */
  readonly length: readonly [number, number];
}

/** The check of each kind that has one. */
export interface ChecksByKind {
  readonly "account-id": AccountIdCheck;
  readonly date: DateCheck;
  readonly number: NumberCheck;
  readonly phone: PhoneCheck;
  readonly words: WordsCheck;
}

/** What every field says of itself, defaults filled in. */
export interface FieldBasics {
  /** Its name in the call context, the interaction model's slot and `when` (`context.<id>`). */
  readonly id: string;
  /** No call without an answer. */
  readonly required: boolean;
  /** "I don't know it" goes on without an answer. */
  readonly skippable: boolean;
  /** How often it is asked at most; 0: never, but taken when it is said. */
  readonly asked: number;
  /** Masked on pages and kept out of a contact's attributes. */
  readonly sensitive: boolean;
  /** Said back to the caller once it is heard. */
  readonly readBack: boolean;
}

/** A field of the call form, defaults filled in. */
export type Field = FieldBasics &
  (
    | { readonly kind: "reason" | "yes-no" }
    | {
        readonly kind: "name";
        /** The given name of the caller's Alexa account stands for one that nobody said. */
        readonly fromProfile?: boolean;
      }
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    | {
        [Kind in keyof ChecksByKind]: { readonly kind: Kind; readonly check: ChecksByKind[Kind] };
      }[keyof ChecksByKind]
  );

export type FieldOf<Kind extends FieldKind> = Extract<Field, { readonly kind: Kind }>;
