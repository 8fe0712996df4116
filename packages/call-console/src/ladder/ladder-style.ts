/** How a call ladder looks, on the page and in a stand-alone picture. */
export const ladderStyle = `.ladder {
  --ground: #ffffff; --ink: #1a1d21; --quiet: #50565e; --line: #c9ced6; --head: #eef1f5;
  --speech: #0b57b7; --skill: #6b3fb5; --store: #8a4b00; --service: #0a6375; --leg: #3c444d;
  --screen: #0f6b3a; --trouble: #b3261e;
  background: var(--ground); font: 12px/1.3 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  .ladder {
    --ground: #1e2329; --ink: #eceff3; --quiet: #b4bcc7; --line: #3d4550; --head: #2a313a;
    --speech: #8ab8ff; --skill: #c9a8ff; --store: #ffc078; --service: #74d3e4; --leg: #cdd5df;
    --screen: #7fd6a3; --trouble: #ff9a92;
  }
}
.ladder text { fill: var(--ink); }
.ladder .lane-head rect { fill: var(--head); stroke: var(--line); }
.ladder .lane-head text { font-size: 11px; font-weight: 600; }
.ladder .lifeline { stroke: var(--line); stroke-width: 1.5; }
.ladder .pause line { stroke: var(--line); stroke-dasharray: 2 5; }
.ladder .pause text { fill: var(--quiet); font-size: 11px; paint-order: stroke; stroke: var(--ground); stroke-width: 8px; }
.ladder .time { fill: var(--quiet); font-size: 11px; font-variant-numeric: tabular-nums; }
.ladder .label { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
.ladder .row-ground { fill: transparent; }
.ladder .arrow { stroke: var(--tone); stroke-width: 1.75; }
.ladder .arrow-head { fill: var(--tone); }
.ladder .speech { --tone: var(--speech); }
.ladder .skill { --tone: var(--skill); }
.ladder .store { --tone: var(--store); }
.ladder .service { --tone: var(--service); }
.ladder .leg { --tone: var(--leg); }
.ladder .sip { --tone: var(--quiet); }
.ladder .sip .arrow { stroke-width: 1; }
.ladder .sip .label { fill: var(--quiet); font-family: ui-monospace, monospace; font-size: 11px; }
.ladder .screen { --tone: var(--screen); }
.ladder .trouble { --tone: var(--trouble); }
.ladder .trouble .label { fill: var(--trouble); font-weight: 600; }
`;
