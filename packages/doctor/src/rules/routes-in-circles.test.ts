import { expect, test } from "@jest/globals";
import { changed, routesWith } from "../testing/sample-configuration.ts";
import { routesInCircles } from "./routes-in-circles.ts";

const itself = { type: "pstn", number: "+16073331111" };
const somebody = { type: "pstn", number: "+12045550199" };

test("no destination is the number that the call came by", () => {
  const ROUTES = routesWith([{ when: { reason: "billing" }, to: [somebody, itself] }], [itself]);
  expect([...routesInCircles(changed({ sma: { ROUTES } }))]).toMatchObject([
    { part: "sma-handler", place: "ROUTES at rules[0].to[1]" },
    { part: "sma-handler", place: "ROUTES at otherwise[0]" },
  ]);
});

test("no destination of a callback is the number that it came from", () => {
  const ROUTES = routesWith([], [itself, somebody]);
  const source = { CALL_STARTER: "connect", CONNECT_SOURCE_NUMBER: itself.number };
  const found = routesInCircles(changed({ skill: source, connect: { ROUTES } }));
  expect([...found]).toMatchObject([{ part: "connect-handler", place: "ROUTES at otherwise[0]" }]);
});

test("where no dial-in number is known nothing is said", () => {
  const ROUTES = routesWith([], [itself]);
  const configuration = changed({
    sma: { ROUTES },
    skill: { CALL_STARTER: "callback" },
    dialInNumber: undefined,
  });
  expect([...routesInCircles(configuration)]).toEqual([]);
});
