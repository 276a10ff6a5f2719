import type { RepairCase } from "./repair-case.ts";
import { awaits } from "./repairs/awaits.case.ts";
import { callbacks } from "./repairs/callbacks.case.ts";
import { captures } from "./repairs/captures.case.ts";
import { carets } from "./repairs/carets.case.ts";
import { channels } from "./repairs/channels.case.ts";
import { decoding } from "./repairs/decoding.case.ts";
import { errors } from "./repairs/errors.case.ts";
import { exits } from "./repairs/exits.case.ts";
import { help } from "./repairs/help.case.ts";
import { host } from "./repairs/host.case.ts";
import { imports } from "./repairs/imports.case.ts";
import { input } from "./repairs/input.case.ts";
import { interrupts } from "./repairs/interrupts.case.ts";
import { isComplete } from "./repairs/is-complete.case.ts";
import { joining } from "./repairs/joining.case.ts";
import { keeping } from "./repairs/keeping.case.ts";
import { kernelInfo } from "./repairs/kernel-info.case.ts";
import { owners } from "./repairs/owners.case.ts";
import { positions } from "./repairs/positions.case.ts";
import { rejections } from "./repairs/rejections.case.ts";
import { requests } from "./repairs/requests.case.ts";
import { results } from "./repairs/results.case.ts";
import { scope } from "./repairs/scope.case.ts";
import { sending } from "./repairs/sending.case.ts";
import { shutdown } from "./repairs/shutdown.case.ts";
import { silent } from "./repairs/silent.case.ts";
import { stopping } from "./repairs/stopping.case.ts";
import { strictTypes } from "./repairs/strict-types.case.ts";
import { typescript } from "./repairs/typescript.case.ts";
import { userExpressions } from "./repairs/user-expressions.case.ts";
import { watching } from "./repairs/watching.case.ts";

/** In the order in which one kernel can run them all: the last one leaves a timer behind. */
export const repairCases: readonly RepairCase[] = [
  sending,
  joining,
  owners,
  captures,
  decoding,
  callbacks,
  errors,
  stopping,
  strictTypes,
  typescript,
  awaits,
  imports,
  scope,
  watching,
  positions,
  carets,
  rejections,
  results,
  keeping,
  silent,
  userExpressions,
  help,
  isComplete,
  exits,
  channels,
  interrupts,
  kernelInfo,
  host,
  input,
  requests,
  shutdown,
];
