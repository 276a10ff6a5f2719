"""What comes to the kernel's ports: messages that are wrong, and many at once."""

import socket
import time

from behaviour import behaviour, no, plain, verdict
from wire_sockets import DELIMITER, Wire


def cell(subject, text):
    code = subject.pick(py=f'print("{text}")', ts=f'console.log("{text}");')
    return {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}


def lives(kernel, cause):
    """Whether the kernel still computes."""
    if not kernel.alive:
        return no(f"the kernel dies of {cause}")
    after = kernel.run("6 * 7", limit=10)
    if not kernel.alive:
        return no(f"the kernel dies of {cause}")
    return verdict("42" in plain(after.shown()), f"no cell runs after {cause}")


def forge(subject, wire):
    """Sends requests that are not signed right; gives the right signatures."""
    right = []
    for signature in (b"0" * 64, b""):
        for kind, content, channel in (
            ("execute_request", cell(subject, "forged"), "shell"),
            ("shutdown_request", {"restart": False}, "control"),
        ):
            frames = wire.frames(kind, content)[1]
            right.append(frames[1])
            wire.send([DELIMITER, signature, *frames[2:]], channel)
    return right


@behaviour("Messages", "a request with a wrong signature gets no answer, and nothing in it is done; also while a cell runs")
def forged(subject, kernel):
    wait = subject.pick(
        py="import asyncio\nawait asyncio.sleep(1.5)", ts="await new Promise((done) => setTimeout(done, 1500));"
    )
    with Wire(kernel) as wire:
        right = forge(subject, wire)
        messages = wire.heard(1)
        running, frames = wire.frames("execute_request", {**cell(subject, ""), "code": wait})
        wire.send(frames)
        messages += wire.heard(0.5)
        right += forge(subject, wire)
        messages += wire.heard(2)
    if any(signature in b"".join(frames) for *_, frames in messages for signature in right):
        return no("what it sends contains the right signature")
    if any(kind == "stream" and "forged" in content["text"] for _, _, kind, content, _ in messages):
        return no("the cell runs")
    answers = [kind for _, parent, kind, *_ in messages if parent != running]
    if answers:
        return no(f"it is answered by {answers[0]}")
    return lives(kernel, "it")


FOREIGN = {
    "an old greeting": bytes([1, 0, 2, 0, 0x61]),
    "an older greeting": b"\xff\0\0\0\0\0\0\0\1\x7f\1\0",
    "a browser's request": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}


@behaviour("Messages", "the kernel lives on when other programs connect to its ports: an old ZeroMQ, a browser")
def foreign(subject, kernel):
    manager = kernel.manager
    for name, data in FOREIGN.items():
        for channel in ("shell", "iopub", "stdin", "control", "hb"):
            try:
                with socket.create_connection((manager.ip, getattr(manager, f"{channel}_port")), timeout=5) as connection:
                    connection.sendall(data)
                    time.sleep(0.1)
            except OSError:
                return no(f"{channel} takes no connection after {name}")
        after = lives(kernel, name)
        if not after.good:
            return after
    return verdict(kernel.beats(), "the heart stops")


@behaviour("Messages", "a signed request that is recorded and sent again is not run twice")
def replayed(subject, kernel):
    with Wire(kernel) as wire:
        request, frames = wire.frames("execute_request", cell(subject, "once"))
        wire.send(frames)
        messages = wire.heard(1.5)
        wire.send(frames)
        messages += wire.heard(1.5)
    texts = [content["text"] for _, parent, kind, content, _ in messages if parent == request and kind == "stream"]
    count = "".join(texts).count("once")
    return lives(kernel, "it") if count == 1 else no("it runs twice" if count else "it never runs")


@behaviour("Messages", "a signed message that is not JSON is dropped")
def no_json(subject, kernel):
    with Wire(kernel) as wire:
        header = wire.frames("execute_request", cell(subject, "ran"))[1][2]
        for parts in ([b"{", b"{}", b"{}", b"{}"], [header, b"{}", b"{}", b"ran"], [b"\xff\xfe", b"\0", b"\1", b"\2"]):
            wire.send([DELIMITER, wire.session.sign(parts), *parts])
        messages = wire.heard(1.5)
    after = lives(kernel, "it")
    return no(f"it is answered by {messages[0][2]}") if after.good and messages else after


REQUESTS = 2000


@behaviour("Messages", f"{REQUESTS:,} requests at once are all answered")
def burst(subject, kernel):
    with Wire(kernel) as wire:
        requests = dict(wire.frames("kernel_info_request", {}) for _ in range(REQUESTS))
        for frames in requests.values():
            wire.send(frames)
        answered, end = set(), time.monotonic() + 60
        while len(answered) < REQUESTS and time.monotonic() < end and kernel.alive:
            answered |= {parent for channel, parent, *_ in wire.heard(1, 100) if channel == "shell" and parent in requests}
    if len(answered) < REQUESTS:
        return no(f"{REQUESTS - len(answered):,} are not")
    return lives(kernel, "them")
