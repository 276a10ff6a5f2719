"""A request to a kernel and the answers to it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """What the kernel sent about a request, other than its reply and its states."""

    seconds: float  # since the request
    type: str
    content: dict
    state: str | None  # that the kernel had told last


@dataclass
class Cell:
    """A request and the answers to it."""

    id: str
    messages: list = field(default_factory=list)
    states: list = field(default_factory=list)  # that the kernel told about it
    reply: dict | None = None
    reply_type: str | None = None
    began: float = 0.0
    seconds: float | None = None  # from the request to the reply

    @property
    def idle(self):
        return "idle" in self.states

    @property
    def status(self):
        return self.reply["status"] if self.reply else "no reply"

    def of(self, *types):
        """The contents of the messages of these types, in the order of arrival."""
        return [message.content for message in self.messages if message.type in types]

    def printed(self, name=None):
        """The text of both streams, or of one."""
        return "".join(stream["text"] for stream in self.of("stream") if name in (None, stream["name"]))

    def shown(self):
        """Everything that a reader sees: texts of streams, results, displays and errors."""
        texts = []
        for message in self.messages:
            content = message.content
            if message.type == "stream":
                texts.append(content["text"])
            elif message.type == "error":
                texts.append("\n".join(content["traceback"]) or f"{content['ename']}: {content['evalue']}")
            elif "data" in content:
                texts.append(str(content["data"].get("text/plain", content["data"])))
        return "\n".join(texts)

    def result(self):
        """The bundle of the cell's value; None if it has none."""
        results = self.of("execute_result")
        return results[-1]["data"] if results else None
