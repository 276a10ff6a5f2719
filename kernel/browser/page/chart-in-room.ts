import { type ChartSpec, fittedChart } from "./fitted-chart.ts";

/** Draws a chart in place of what was drawn before. */
export type DrawChart = (spec: ChartSpec) => Promise<unknown>;

/** How often a chart is drawn until it fits: the labels of its axes change with its width. */
const MOST_DRAWINGS = 3;

/** A Vega-Lite chart in an element of a page, the site's or a notebook's, in the layout that has room there. */
export class ChartInRoom {
  readonly #node: HTMLElement;
  readonly #draw: DrawChart;
  #spec: ChartSpec = {};
  /** Pixels that the chart's axes and margins take beside the width in its spec; 0 until they are measured. */
  #beside = 0;
  /** The chart's width when it was drawn last. */
  #width = 0;
  #last: Promise<void> = Promise.resolve();

  /** `draw` draws by Vega-Embed inside `node`, whose width is the page's decision. */
  constructor(node: HTMLElement, draw: DrawChart) {
    this.#node = node;
    this.#draw = draw;
  }

  /** Draws a chart, or what the chart has become. Rejects if it cannot be drawn. */
  show(spec: ChartSpec): Promise<void> {
    return this.#next(() => {
      this.#spec = spec;
      return this.#paint();
    });
  }

  /** Draws the chart again if the width of `node` asks for another layout. */
  refit(): Promise<void> {
    return this.#next(async () => {
      if (this.#width > 0 && Math.abs(this.#fitting() - this.#width) > 1) await this.#paint();
    });
  }

  /** After what was asked for before: two drawings at a time would both stay in the page. */
  #next(act: () => Promise<void>): Promise<void> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Draws, and again if a drawing shows that axes or margins need more room. */
  async #paint(): Promise<void> {
    for (let times = 0; times < MOST_DRAWINGS; times++) {
      const chart = fittedChart(this.#spec, this.#natural(), this.#room());
      await this.#draw(chart);
      this.#width = this.#fitting();
      if (typeof chart.width !== "number" || hasItsWidth(chart)) return;
      const drawn = drawnWidth(this.#node);
      this.#beside = drawn - chart.width;
      this.#width = this.#fitting();
      if (drawn <= this.#room() + 1) return;
    }
  }

  #natural(): number {
    return (typeof this.#spec.width === "number" ? this.#spec.width : 0) + this.#beside;
  }

  #fitting(): number {
    return Math.min(this.#natural(), this.#room());
  }

  /** Pixels for the drawing; no limit while the page is not laid out, as in a tab behind another. */
  #room(): number {
    const { clientWidth } = this.#node;
    if (clientWidth === 0) return Number.POSITIVE_INFINITY;
    const embed = this.#node.querySelector(".vega-embed"); // its padding holds Vega's menu
    return clientWidth - padding(this.#node) - (embed ? padding(embed) : 0);
  }
}

/** Whether Vega fits the chart, axes and all, into the width that its spec gives. */
function hasItsWidth({ autosize }: ChartSpec): boolean {
  return autosize !== undefined && autosize !== "none";
}

function drawnWidth(node: HTMLElement): number {
  const drawing = node.querySelector<SVGSVGElement | HTMLCanvasElement>(".marks");
  if (drawing === null) return 0;
  return drawing instanceof SVGSVGElement ? drawing.width.baseVal.value : drawing.offsetWidth;
}

function padding(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
}
