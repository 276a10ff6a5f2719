import { element } from "./element.ts";

/** What a player goes through. */
export interface PlayerOptions {
  /** How many pictures there are. */
  readonly count: number;
  /** Shows picture `at`, from 0. */
  readonly show: (at: number) => void;
  /** Milliseconds for one picture at normal speed. */
  readonly pace: number;
}

/** Buttons that go through pictures, forwards, backwards or by themselves. */
export interface Player {
  /** The row of buttons. */
  readonly node: HTMLElement;
  /** Goes to a picture and stops playing. */
  go(at: number): void;
  /** Stops the clock. */
  free(): void;
}

const SPEEDS: Readonly<Record<string, number>> = { "half speed": 0.5, "normal speed": 1, "double speed": 2 };

/** Back, Next, Play and a choice of speed; left and right arrows do the same wherever the focus is in the view. */
export function player({ count, show, pace }: PlayerOptions): Player {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const back = element("button", { type: "button", textContent: "Back" });
  const next = element("button", { type: "button", textContent: "Next" });
  const play = element("button", { type: "button", textContent: "Play" });
  const speed = element(
    "select",
    { "aria-label": "Speed" },
    ...Object.keys(SPEEDS).map((name) =>
      element("option", { value: name, selected: SPEEDS[name] === 1 }, name),
    ),
  );

  function draw(): void {
    // not "disabled": a button that is would lose the focus, and with it the keys
    back.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === count - 1);
    play.textContent = timer === undefined ? "Play" : "Pause";
    show(at);
  }
  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }
  function wait(): void {
    timer = setTimeout(tick, pace / (SPEEDS[speed.value] ?? 1));
  }
  function tick(): void {
    at = Math.min(at + 1, count - 1);
    if (at === count - 1) stop();
    else wait();
    draw();
  }
  function go(to: number): void {
    stop();
    at = Math.min(Math.max(to, 0), count - 1);
    draw();
  }

  back.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  play.addEventListener("click", () => {
    const playing = timer !== undefined;
    stop();
    if (!playing) {
      if (at === count - 1) at = 0;
      wait();
    }
    draw();
  });
  const node = element(
    "div",
    { class: "controls", role: "group", "aria-label": "Playing" },
    back,
    next,
    play,
    speed,
  );
  draw();
  return { node, go, free: stop };
}
