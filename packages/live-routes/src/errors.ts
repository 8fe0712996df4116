/** Why a source did not hand its document out. */
export type SourceProblem = "out-of-time" | "refused" | "no-document";

/** The source of the routes did not hand the document out; the one before goes on serving. */
export class RouteSourceError extends Error {
  override readonly name = "RouteSourceError";
  readonly code = "live-routes.source";
  readonly problem: SourceProblem;
  /** Of the HTTP answer, where there was one. */
  readonly status: number | undefined;

  constructor(problem: SourceProblem, status?: number) {
    super(`The routes were not read: ${problem}${status === undefined ? "" : ` (${status})`}`);
    this.problem = problem;
    this.status = status;
  }
}
