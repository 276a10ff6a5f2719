export declare const KERNEL_NAME: "w2v";

/** Absolute path of what starts the kernel of this clone. */
export declare const LAUNCHER: string;

/** What TensorFlow must find in a process's environment when that starts; empty before `w2v gpu setup`. */
export declare function tensorflowEnvironment(folder?: string): Record<string, string>;

export interface KernelSpecOptions {
  /** The Node that runs the kernel. Default: the one that runs this. */
  readonly node?: string;
  /** Absolute path of launch.cjs. */
  readonly launcher?: string;
  /** Environment variables for the kernel, besides TensorFlow's. */
  readonly env?: Readonly<Record<string, string>>;
  /** What Jupyter calls it. Default: `w2v`. */
  readonly name?: string;
}

/** The content of kernel.json. */
export declare function kernelSpec(options?: KernelSpecOptions): {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: string;
  env: Readonly<Record<string, string>>;
};

/** Writes the kernelspec under `prefix` unless it stands there already; says whether anything changed. */
export declare function installKernelSpec(prefix: string, options?: KernelSpecOptions): boolean;

/** Writes the kernelspec into `folder`, whose name is the kernel's; says whether anything changed. */
export declare function writeKernelSpec(folder: string, options?: KernelSpecOptions): boolean;
