"""Jupyter's own suite for kernels, run on ours, which is found through JUPYTER_PATH. Its report goes to stderr."""

import sys
import unittest

import jupyter_kernel_test


class TypeScriptKernel(jupyter_kernel_test.KernelTests):
    kernel_name = "w2v"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("test");'
    completion_samples = [{"text": "const side: number = Math.sqr", "matches": {"sqrt", "SQRT2", "SQRT1_2"}}]
    complete_code_samples = ["1 + 1", 'console.log("hello, world");', "function f(): number {\n  return 1;\n}"]
    incomplete_code_samples = ["function f() {", "const words = [", "if (1 > 0) {\n  f(", "const text = `one", "1 +"]
    invalid_code_samples = ["const const = 1;", "1 +* 2"]
    code_generate_error = 'throw new Error("as asked");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '["a", "b"].length;\n"ab".length', "result": "2"},
        {"code": "await Promise.resolve(1n)", "result": "1n"},
    ]
    code_display_data = [
        {"code": 'import { display } from "tslab"; display.html("<b>1</b>");', "mime": "text/html"},
        {"code": 'display.svg("<svg/>");', "mime": "image/svg+xml"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 * ?"
    code_inspect_sample = "Math.sqrt"
    code_clear_output = '(globalThis as any)[Symbol.for("word2vec-lab.host")].clear();'


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    print(f"{result.testsRun} tests, {len(result.skipped)} skipped")
    sys.exit(not result.wasSuccessful())
