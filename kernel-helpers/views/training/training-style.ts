/** The look of a training. */
export const trainingStyle = `
.choices { display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; margin: 6px 0; }
.panels { display: flex; flex-wrap: wrap; gap: 16px 28px; align-items: flex-start; margin-top: 8px; }
.panels > div { max-width: 100%; }
.panels > div > .name { margin: 0 0 4px; font-weight: 600; }
.vector { width: 22px; min-width: 22px; height: 19px; padding: 0; border: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.vector > * { font-size: 0; }
.seen > th, .seen > .name { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.tables { display: flex; flex-wrap: wrap; gap: 12px 28px; }
.bars { display: grid; grid-template-columns: minmax(0, max-content) minmax(60px, 150px) 48px; gap: 3px 8px; align-items: center; font-variant-numeric: tabular-nums; }
.bars .track { position: relative; height: 13px; background: color-mix(in srgb, currentColor 9%, transparent); }
.bars .fill { position: absolute; inset: 0 auto 0 0; background: #2f8cf0; }
.bars .share { position: absolute; top: -2px; bottom: -2px; width: 2px; background: #cc4400; }
.bars .value { text-align: right; }
.note { font-size: 13px; max-width: 260px; margin-top: 4px; }
svg { display: block; max-width: 100%; height: auto; overflow: visible; }
svg text { fill: currentColor; font-size: 12px; }
output { font-weight: 600; }
@media (forced-colors: active) {
  .vector, .track, .fill, .share { forced-color-adjust: none; color: CanvasText; }
  .bars .track { background: none; outline: 1px solid CanvasText; }
}
`;
