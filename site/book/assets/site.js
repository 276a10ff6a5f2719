// Charts of a lesson's page. Plain script: pages are opened from files, where modules do not load.

const plotlyScript = "assets/plotly.js";

const waiting = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      waiting.unobserve(target);
      void draw(target);
    }
  },
  { rootMargin: "600px" },
);
for (const figure of document.querySelectorAll("figure.chart")) waiting.observe(figure);

/** Draws a chart; its static picture stays until then, and for good if drawing fails. */
async function draw(figure) {
  const spec = JSON.parse(figure.querySelector("script").textContent);
  const frame = figure.querySelector(".drawn");
  const place = frame.appendChild(document.createElement("div")); // Vega labels what it draws in; the frame has our label
  try {
    frame.hidden = false;
    if (figure.dataset.kind === "vega") await vegaEmbed(place, spec, { actions: false, renderer: "svg" });
    else await drawPlotly(place, spec);
    figure.querySelector(".static").hidden = true;
    figure.dataset.drawn = "";
  } catch (error) {
    frame.hidden = true;
    console.warn("The picture stays as", error.message);
  }
}

async function drawPlotly(place, { data, layout, config }) {
  if (data.some(({ type }) => /3d$|^surface$|gl$/.test(type ?? "")) && !hasWebGL()) {
    throw new Error("this browser has no WebGL");
  }
  await loadOnce(plotlyScript);
  const width = Math.min(
    layout?.width ?? Number.POSITIVE_INFINITY,
    place.closest("section").clientWidth - 30,
  );
  await Plotly.newPlot(place, data, { ...layout, width }, { displaylogo: false, ...config });
}

function hasWebGL() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

const loads = new Map();
/** Loads a script at its first use: Plotly is ten megabytes. */
function loadOnce(source) {
  if (!loads.has(source)) {
    loads.set(
      source,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = source;
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${source} did not load`));
        document.head.append(script);
      }),
    );
  }
  return loads.get(source);
}
