"""A request to a kernel and the answers to it."""

from dataclasses import dataclass, field


@dataclass
class Cell:
    """A request and the answers to it."""

    id: str
    messages: list = field(default_factory=list)  # (seconds since the request, type, content)
    reply: dict | None = None
    reply_type: str | None = None
    began: float = 0.0
    seconds: float | None = None  # from the request to the reply
    idle: bool = False

    @property
    def status(self):
        return self.reply["status"] if self.reply else "no reply"

    def of(self, *types):
        """The contents of the messages of these types, in the order of arrival."""
        return [content for _, kind, content in self.messages if kind in types]

    def printed(self, name=None):
        """The text of both streams, or of one."""
        return "".join(stream["text"] for stream in self.of("stream") if name in (None, stream["name"]))

    def shown(self):
        """Everything that a reader sees: texts of streams, results, displays and errors."""
        texts = []
        for _, kind, content in self.messages:
            if kind == "stream":
                texts.append(content["text"])
            elif kind == "error":
                texts.append("\n".join(content["traceback"]) or f"{content['ename']}: {content['evalue']}")
            elif "data" in content:
                texts.append(str(content["data"].get("text/plain", content["data"])))
        return "\n".join(texts)

    def result(self):
        """The bundle of the cell's value; None if it has none."""
        results = self.of("execute_result")
        return results[-1]["data"] if results else None
