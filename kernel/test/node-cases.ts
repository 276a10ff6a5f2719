import { awaits } from "../common/repairs/awaits.case.ts";
import { carets } from "../common/repairs/carets.case.ts";
import { errors } from "../common/repairs/errors.case.ts";
import { help } from "../common/repairs/help.case.ts";
import { host } from "../common/repairs/host.case.ts";
import { input } from "../common/repairs/input.case.ts";
import { interrupts } from "../common/repairs/interrupts.case.ts";
import { isComplete } from "../common/repairs/is-complete.case.ts";
import { joining } from "../common/repairs/joining.case.ts";
import { keeping } from "../common/repairs/keeping.case.ts";
import { kernelInfo } from "../common/repairs/kernel-info.case.ts";
import { owners } from "../common/repairs/owners.case.ts";
import { positions } from "../common/repairs/positions.case.ts";
import { rejections } from "../common/repairs/rejections.case.ts";
import { requests } from "../common/repairs/requests.case.ts";
import { results } from "../common/repairs/results.case.ts";
import { scope } from "../common/repairs/scope.case.ts";
import { silent } from "../common/repairs/silent.case.ts";
import { states } from "../common/repairs/states.case.ts";
import { stopping } from "../common/repairs/stopping.case.ts";
import { strictTypes } from "../common/repairs/strict-types.case.ts";
import { typescript } from "../common/repairs/typescript.case.ts";
import { userExpressions } from "../common/repairs/user-expressions.case.ts";
import { callbacks } from "../node/repairs/callbacks.case.ts";
import { captures } from "../node/repairs/captures.case.ts";
import { channels } from "../node/repairs/channels.case.ts";
import { decoding } from "../node/repairs/decoding.case.ts";
import { exits } from "../node/repairs/exits.case.ts";
import { imports } from "../node/repairs/imports.case.ts";
import { sending } from "../node/repairs/sending.case.ts";
import { shutdown } from "../node/repairs/shutdown.case.ts";
import { watching } from "../node/repairs/watching.case.ts";
import type { RepairCase } from "./repair-case.ts";

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
  states,
  shutdown,
];
