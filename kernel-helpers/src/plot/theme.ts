/**
 * A grey for lines beside text, such as leader lines, and for text where a renderer does not know the page's colours: its
 * contrast is 4.5:1 on white and 4:1 on dark pages.
 */
export const neutral = "#767676";

/** The size of all text beside marks, in pixels. */
export const fontSize = 12;

/** The size of titles, in pixels. */
export const titleSize = 14;

/** The page's own colour of text: SVG takes it from the page, also when the theme changes. */
export const ink = "currentColor";

const faint: object = {
  gridColor: ink,
  gridOpacity: 0.18,
  domainColor: ink,
  domainOpacity: 0.5,
  tickColor: ink,
  tickOpacity: 0.5,
};

/** The look of all Vega-Lite charts: no ground of their own, text and axes in the page's colour of text. */
export const chartTheme: object = {
  background: "transparent",
  view: { stroke: ink, strokeOpacity: 0.25 },
  title: { color: ink, subtitleColor: ink, fontSize: titleSize, subtitleFontSize: fontSize, anchor: "start" },
  axis: {
    ...faint,
    labelColor: ink,
    titleColor: ink,
    labelFontSize: fontSize,
    titleFontSize: fontSize,
    titleFontWeight: "normal",
    labelSeparation: 6,
  },
  legend: {
    labelLimit: 360,
    labelColor: ink,
    titleColor: ink,
    labelFontSize: fontSize,
    titleFontSize: fontSize,
  },
  text: { color: ink, fontSize },
  rule: { color: neutral },
};

/** The look of all Plotly figures, which know no page: a renderer may put the page's colours over it. */
export const figureTheme: object = {
  layout: {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { color: neutral, size: fontSize },
    title: { font: { size: titleSize, weight: "bold" } },
    xaxis: { title: { font: { size: fontSize } } },
    yaxis: { title: { font: { size: fontSize } } },
    annotationdefaults: {
      xanchor: "center",
      yanchor: "middle",
      showarrow: false,
      arrowhead: 0,
      arrowwidth: 1,
      arrowcolor: neutral,
    },
  },
};
