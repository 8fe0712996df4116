/** An object's fields, where those that may be undefined may be absent instead. */
type Defined<T> = {
  readonly [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name];
} & {
  readonly [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<
    T[Name],
    undefined
  >;
};

/** Leaves the undefined fields out: on the wire and in events absent is absent. */
export function defined<T extends object>(fields: T): Defined<T> {
  const present: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) present[name] = value;
  }
  return present as Defined<T>;
}
