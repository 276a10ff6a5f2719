import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";
import { type GuardedWebGl, guardWebGl } from "./webgl-guard.browser.ts";

const remedy = 'openBackend("wasm"), or a browser and a driver with WebGL 2';

/**
 * Opens tfjs' WebGL backend, also in a worker. Looks at the driver first, because tfjs does not say which one it got.
 */
export async function openWebGl(load: () => Promise<Tensorflow>): Promise<Opened> {
  const renderer = rendererOf({});
  if (renderer === undefined) throw unusable("webgl", "this browser gives no WebGL 2", remedy);
  const software = isSoftware(renderer) || rendererOf({ failIfMajorPerformanceCaveat: true }) === undefined;
  const tf = await load();
  tf.enableProdMode();
  tf.env().set("SOFTWARE_WEBGL_ENABLED", true); // for users who ask for it by name
  if (!(await tf.setBackend("webgl"))) throw unusable("webgl", "tfjs could not start it", remedy);
  await tf.ready();
  if (!tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED")) {
    throw unusable("webgl", "its textures hold 16-bit numbers, too coarse to train with", remedy);
  }
  guardWebGl(tf.backend() as unknown as GuardedWebGl);
  return { tf, device: renderer + (software ? ", software" : ""), software, close: () => closeWebGl(tf) };
}

/** The driver's name for itself; undefined where there is no WebGL 2 with these attributes. */
function rendererOf(attributes: WebGLContextAttributes): string | undefined {
  if (typeof OffscreenCanvas === "undefined") return undefined;
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2", attributes);
  if (!gl) return undefined;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension("WEBGL_lose_context")?.loseContext(); // a browser allows only a few contexts
  return String(name);
}

/** True for the drivers that emulate a GPU on the CPU. */
function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/**
 * Frees the textures and removes the backend from tfjs' registry, keeping its factory, so that it can be opened again.
 */
function closeWebGl(tf: Tensorflow): void {
  const factory = tf.findBackendFactory("webgl");
  tf.removeBackend("webgl");
  tf.registerBackend("webgl", factory, 2);
}
