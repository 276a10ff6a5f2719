"""Makes intents.jsonl of this folder from the package home-assistant-intents 2026.11.25 of PyPI.

python -m pip download --no-deps home-assistant-intents==2026.11.25   # SHA-256 1eaf08165e1a…
unzip -d FOLDER home_assistant_intents-2026.11.25-py3-none-any.whl
python -m pip install --target HASSIL hassil==3.5.0
PYTHONPATH=HASSIL python make.py FOLDER > intents.jsonl

The package has templates such as "turn on [the] {area} (light|lamp)[s]", hassil reads them, and this program draws sentences from
each. A line is a sentence: its intent, the template that it is drawn from, and its language. Slots of the user's own home ({area}, {name} and what
is said freely) get the values below, which are written for the course, by the kind of device and never by the intent; the others
get the package's own values. Of an intent at most MOST templates are kept, and of a template at most EACH sentences that no other template gives.
"""

import json
import os
import random
import re
import sys

from hassil.expression import Alternative, ListReference, Permutation, RuleReference, Sequence, TextChunk
from hassil.parse_expression import parse_sentence

LANGUAGES = {"en": "en", "zh": "zh-CN"}
INTENTS = [
    "CancelTimer",
    "DecreaseTimer",
    "GetState",
    "IncreaseTimer",
    "LightSet",
    "MediaNext",
    "MediaPrevious",
    "PauseTimer",
    "SetVolume",
    "SetVolumeRelative",
    "StartTimer",
    "TimerStatus",
    "TurnOff",
    "TurnOn",
    "UnpauseTimer",
]
MOST, EACH, TRIES = 40, 3, 40

OWN = {
    "en": {
        "area": ["kitchen", "living room", "bedroom", "bathroom", "garage", "hallway", "study", "nursery", "cellar", "attic"],
        "floor": ["ground", "first", "second", "top"],
        "timer_name": ["pasta", "laundry", "tea", "homework", "bread"],
        "timer_command": ["open the blinds", "turn off the heating", "play some jazz", "switch on the porch light"],
        "zone": ["school", "the office", "home"],
        "name": {
            "light": ["desk lamp", "ceiling light", "reading lamp", "fairy lights"],
            "cover": ["left blind", "patio door", "skylight", "garage door"],
            "lock": ["front door", "back door", "side gate"],
            "valve": ["garden tap", "main valve", "sprinkler"],
            "media_player": ["tv", "kitchen radio", "speaker", "soundbar"],
            "person": ["anna", "grandpa", "my son"],
            "": ["coffee machine", "heater", "desk fan", "desk lamp", "tv", "dishwasher"],
        },
    },
    "zh": {
        "area": ["厨房", "客厅", "卧室", "浴室", "车库", "走廊", "书房", "儿童房", "地下室", "阁楼"],
        "floor": ["一楼", "二楼", "三楼", "顶楼"],
        "timer_name": ["煮面", "洗衣", "泡茶", "作业", "面包"],
        "timer_command": ["拉开窗帘", "关掉暖气", "放点音乐", "打开门廊灯"],
        "zone": ["学校", "公司", "家里"],
        "name": {
            "light": ["台灯", "吸顶灯", "阅读灯", "彩灯"],
            "cover": ["左边的百叶帘", "露台门", "天窗", "车库门"],
            "lock": ["前门", "后门", "侧门"],
            "valve": ["花园水龙头", "总阀门", "喷头"],
            "media_player": ["电视", "收音机", "音箱", "回音壁"],
            "person": ["小红", "爷爷", "我儿子"],
            "": ["咖啡机", "取暖器", "电风扇", "台灯", "电视", "洗碗机"],
        },
    },
}


class Drawing:
    """Draws sentences of one language."""

    def __init__(self, language, package):
        self.language, self.lists = language, package["lists"]
        self.rules = package["expansion_rules"]
        self.parsed = {}

    def sentence(self, template, block, draw):
        """One sentence of a template, or None if it has a slot that we do not fill."""
        self.block, self.draw = block, draw
        try:
            text = self.expand(self.parse(template))
        except KeyError:
            return None
        return re.sub(r"\s+", " ", text).strip()

    def parse(self, text):
        if text not in self.parsed:
            self.parsed[text] = parse_sentence(text).expression
        return self.parsed[text]

    def expand(self, part):
        if isinstance(part, TextChunk):
            return part.original_text
        if isinstance(part, Alternative):
            return self.expand(self.draw.choice(part.items))
        if isinstance(part, Permutation):
            items = list(part.items)
            self.draw.shuffle(items)
            return " ".join(self.expand(item).strip() for item in items)
        if isinstance(part, Sequence):
            return "".join(self.expand(item) for item in part.items)
        if isinstance(part, RuleReference):
            own = self.block.get("expansion_rules", {})
            return self.expand(self.parse(own.get(part.rule_name) or self.rules[part.rule_name]))
        if isinstance(part, ListReference):
            return self.slot(part.list_name)
        raise TypeError(part)

    def slot(self, name):
        own = OWN[self.language]
        if name == "name":
            return self.draw.choice(own["name"][self.domain()])
        if name in own:
            return self.draw.choice(own[name])
        values = self.block.get("lists", {}).get(name) or self.lists[name]
        if "range" in values:
            numbers = values["range"]
            return str(self.draw.randrange(numbers["from"], numbers["to"] + 1, numbers.get("step", 1)))
        value = self.draw.choice(values["values"])  # KeyError for what is said freely
        return self.expand(self.parse(value["in"] if isinstance(value, dict) else value))

    def domain(self):
        """The kind of device that a template is about, where it says one."""
        found = self.block.get("requires_context", {}).get("domain") or self.block.get("slots", {}).get("domain") or ""
        kinds = [found] if isinstance(found, str) else found
        return kinds[0] if len(kinds) == 1 and kinds[0] in OWN[self.language]["name"] else ""


def drawn(language, package):
    """(intent, template, sentence) of one language."""
    drawing = Drawing(language, package)
    for intent in INTENTS:
        blocks = package["intents"][f"Hass{intent}"]["data"]
        templates = [(block, text) for block in blocks for text in block["sentences"]]
        kept = sorted(random.Random(f"{language} {intent}").sample(range(len(templates)), min(MOST, len(templates))))
        for number in kept:
            block, text = templates[number]
            name = f"{language}/{intent}/{number}"
            draw = random.Random(name)
            found = []
            for _ in range(TRIES):
                sentence = drawing.sentence(text, block, draw)
                if sentence and sentence not in found and len(found) < EACH:
                    found.append(sentence)
            yield from ((intent, name, sentence) for sentence in found)


for language, file in LANGUAGES.items():
    with open(os.path.join(sys.argv[1], "home_assistant_intents/data", f"{file}.json"), encoding="utf-8") as stream:
        rows = list(drawn(language, json.load(stream)))
    givers = {}
    for intent, template, text in rows:
        givers.setdefault(text, set()).add(template)
    for intent, template, text in rows:
        if len(givers[text]) == 1:
            print(json.dumps({"intent": intent, "template": template, "language": language, "text": text}, ensure_ascii=False))
