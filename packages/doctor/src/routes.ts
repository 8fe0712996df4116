import * as v from "valibot";
import type { Configuration } from "./configuration.ts";

const reasons = v.union([
  v.pipe(
    v.string(),
    v.transform((reason) => [reason]),
  ),
  v.array(v.string()),
]);
const destination = v.object({
  type: v.string(),
  number: v.optional(v.string()),
});
const routesSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    rules: v.array(
      v.object({ when: v.looseObject({ reason: v.optional(reasons) }), to: v.array(destination) }),
    ),
    otherwise: v.array(destination),
  }),
);

/** Of the ROUTES document, what the rules look at. */
export type Routes = v.InferOutput<typeof routesSchema>;

/** The Lambdas that route by a ROUTES document. */
const routing = ["sma-handler", "connect-handler"] as const;

/** A Lambda's routes. */
export interface RoutesOfPart {
  readonly part: (typeof routing)[number];
  readonly routes: Routes;
}

/** The routes of each Lambda; none where they cannot be read: then the Lambda itself says why. */
export function routesOf({ environments }: Configuration): readonly RoutesOfPart[] {
  return routing.flatMap((part) => {
    const { success, output } = v.safeParse(routesSchema, environments[part]?.ROUTES);
    return success ? [{ part, routes: output }] : [];
  });
}

/** A destination with its place in the document, such as `ROUTES at rules[0].to[1]`. */
export interface PlacedDestination {
  readonly part: RoutesOfPart["part"];
  readonly place: string;
  readonly destination: v.InferOutput<typeof destination>;
}

export function destinationsOf(configuration: Configuration): readonly PlacedDestination[] {
  return routesOf(configuration).flatMap(({ part, routes: { rules, otherwise } }) => {
    const lists = [
      ...rules.map(({ to }, rule) => ({ place: `rules[${rule}].to`, to })),
      { place: "otherwise", to: otherwise },
    ];
    return lists.flatMap(({ place, to }) =>
      to.map((destination, index) => ({
        part,
        place: `ROUTES at ${place}[${index}]`,
        destination,
      })),
    );
  });
}
