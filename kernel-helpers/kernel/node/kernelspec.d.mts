export declare const KERNEL_NAME: "w2v";

export interface KernelSpecOptions {
  /** The Node that runs the kernel. Default: the one that runs this. */
  readonly node?: string;
  /** Absolute path of launch.cjs. */
  readonly launcher?: string;
  /** More environment variables for the kernel. */
  readonly env?: Readonly<Record<string, string>>;
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
