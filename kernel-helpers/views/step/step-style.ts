/** The look of a step: what is read has a blue frame, what is written a vermilion one, and what is to come is blank. */
export const stepStyle = `
.words { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: baseline; margin: 4px 0; }
.word { max-width: 100%; border: 1px solid currentColor; border-radius: 12px; padding: 0 8px; }
.word.target { border-style: dashed; font-weight: 600; }
.now { border-left: 4px solid #2f8cf0; padding: 2px 0 2px 10px; margin: 6px 0 10px; min-height: 108px; }
.now .formula { overflow-wrap: anywhere; }
th:first-child { text-align: left; }
th[scope="colgroup"] { text-align: center; }
td.number { padding-left: 8px; }
.panels { display: flex; flex-wrap: wrap; gap: 14px 28px; align-items: flex-start; }
.number { min-width: 44px; border: 1px solid transparent; }
.vector { min-width: 44px; border: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.blank > * { visibility: hidden; }
.blank { background: none !important; }
.lit { box-shadow: inset 0 0 0 2px #2f8cf0; }
.written { box-shadow: inset 0 0 0 2px #cc4400; }
.word.lit { box-shadow: 0 0 0 2px #2f8cf0; }
.word.written { box-shadow: 0 0 0 2px #cc4400; }
.bar { display: block; height: 3px; background: #2f8cf0; margin-left: auto; }
.key { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 13px; margin: 8px 0 0; }
.key span::before { content: ""; display: inline-block; width: 14px; height: 10px; margin-right: 6px; }
.key .read::before { box-shadow: inset 0 0 0 2px #2f8cf0; }
.key .moved::before { box-shadow: inset 0 0 0 2px #cc4400; }
.rate { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-top: 10px; }
svg { display: block; max-width: 100%; overflow: visible; }
svg text { fill: currentColor; font-size: 12px; }
.branch { stroke: #767676; stroke-width: 1.5; fill: none; }
.branch.on { stroke: #cc4400; stroke-width: 3; }
.leaf.on { font-weight: 700; }
@container (max-width: 620px) {
  .vector { min-width: 14px; width: 18px; padding: 1px 0; }
  .vector > * { font-size: 0; }
  .number { min-width: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .vector, .number, .word { transition: background-color 0.4s, box-shadow 0.3s; }
}
@media (forced-colors: active) {
  .vector, .number, .bar { forced-color-adjust: none; color: CanvasText; }
  .lit { outline: 2px solid Highlight; outline-offset: -2px; }
  .written { outline: 2px dashed CanvasText; outline-offset: -2px; }
}
`;
