import { afterEach, expect, test } from "@jest/globals";
import { traceparentOfInvocation, xRayTraceId } from "./traceparent.ts";

afterEach(() => {
  delete process.env._X_AMZN_TRACE_ID;
});

const root = "Root=1-5759e988-bd862e3fe1be46a994272793";

test.each([
  [`${root};Parent=53995c3f42cd8ad8;Sampled=1`, "-01"],
  [`${root};Parent=53995c3f42cd8ad8;Sampled=0`, "-00"],
  [`${root};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a:0`, "-01"],
])("%s is a traceparent", (header, flags) => {
  process.env._X_AMZN_TRACE_ID = header;
  expect(traceparentOfInvocation()).toBe(
    `00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8${flags}`,
  );
});

test.each(["", root, `${root};Parent=1;Sampled=1`, "Root=x;Parent=53995c3f42cd8ad8"])(
  "of '%s' there is none",
  (header) => {
    process.env._X_AMZN_TRACE_ID = header;
    expect(traceparentOfInvocation()).toBeUndefined();
  },
);

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const span = "00f067aa0ba902b7";

test.each([
  [`00-${trace}-${span}-01`, "1-4bf92f35-77b34da6a3ce929d0e0e4736"],
  // A later version may say more (section 3.2.4).
  [`01-${trace}-${span}-01-more`, "1-4bf92f35-77b34da6a3ce929d0e0e4736"],
  [`ff-${trace}-${span}-01`, undefined],
  [`00-${"0".repeat(32)}-${span}-01`, undefined],
  [`00-${trace}-${"0".repeat(16)}-01`, undefined],
  [`00-${trace.toUpperCase()}-${span}-01`, undefined],
  [`00-${trace}-${span}`, undefined],
  [`00-${trace}-${span}-01x`, undefined],
  ["", undefined],
  [undefined, undefined],
])("the trace of %s is %s", (traceparent, id) => {
  expect(xRayTraceId(traceparent)).toBe(id);
});
