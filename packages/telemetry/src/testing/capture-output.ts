import { afterEach, beforeEach, jest } from "@jest/globals";

/** Keeps what each test of a file writes to standard output and error from the terminal; answers its JSON lines. */
export function captureOutput(): () => Record<string, unknown>[] {
  const streams = (["stdout", "stderr"] as const).map((name) => jest.spyOn(process[name], "write"));
  beforeEach(() => {
    for (const stream of streams) stream.mockReturnValue(true);
  });
  afterEach(() => {
    for (const stream of streams) stream.mockReset();
  });
  return () => streams.flatMap(({ mock }) => mock.calls).map(([line]) => JSON.parse(String(line)));
}
