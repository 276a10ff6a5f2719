"""Types into `jupyter console` through a pseudo-terminal and prints what appeared on the screen, as JSON.

Reads {"steps": [{"keys": what is typed, "wanted": pattern to wait for, "seconds": to wait before typing}]} and prints
{"screens": [text that came up to the pattern; null when it did not come], "status": exit status, null when it did not end}.
"""

import json
import os
import re
import sys
import time

import pexpect

ESCAPE = re.compile(r"\x1b(\[[\d;?]*[a-zA-Z]|\].*?\x07|[=>])")
LIMIT = 20


def typed(console, step):
    """What is on the screen once the pattern came. Text is compared without colours and movements of the cursor."""
    time.sleep(step.get("seconds", 0.3))
    console.send(step["keys"])
    screen, deadline = "", time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        try:
            screen += console.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            if re.search(step["wanted"], ESCAPE.sub("", screen)):
                return ESCAPE.sub("", screen)
        except pexpect.EOF:
            return ESCAPE.sub("", screen)
    print(f"after {step['keys']!r} came {ESCAPE.sub('', screen)!r}", file=sys.stderr)
    return None


def main():
    job = json.load(sys.stdin)
    environment = {
        **os.environ,
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",  # no terminal is here to say where its cursor is
        "PAGER": "cat",
    }
    program = [os.path.join(os.path.dirname(sys.executable), "jupyter-console"), "--kernel", "w2v"]
    console = pexpect.spawn(program[0], program[1:], encoding="utf-8", env=environment, dimensions=(40, 120))
    try:
        screens = [typed(console, step) for step in job["steps"]]
        try:
            console.expect(pexpect.EOF, timeout=10)
            console.close()
        except pexpect.TIMEOUT:
            pass
        print(json.dumps({"screens": screens, "status": console.exitstatus}))
    finally:
        console.close(force=True)


main()
