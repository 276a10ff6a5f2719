"""Prints as JSON what TensorBoard reads in a log folder, for the tests: python read-tensorboard.py FOLDER."""
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
from google.protobuf import text_format
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.projector import metadata, projector_plugin
from tensorboard.plugins.projector.projector_config_pb2 import ProjectorConfig

folder = sys.argv[1]
accumulator = EventAccumulator(folder, size_guidance={"scalars": 0, "histograms": 0})
accumulator.Reload()
tags = accumulator.Tags()
found = {
    "scalars": {
        # JSON has no NaN, the only number that is not equal to itself
        tag: [[e.step, e.value if e.value == e.value else "NaN", e.wall_time] for e in accumulator.Scalars(tag)]
        for tag in tags["scalars"]
    },
    "histograms": {
        tag: [
            {"step": e.step, "min": h.min, "max": h.max, "count": h.num, "sum": h.sum, "sumSquares": h.sum_squares}
            | {"limits": list(h.bucket_limit), "counts": list(h.bucket)}
            for e in accumulator.Histograms(tag)
            for h in [e.histogram_value]
        ]
        for tag in tags["histograms"]
    },
}
path = os.path.join(folder, metadata.PROJECTOR_FILENAME)
if os.path.exists(path):
    with open(path, encoding="utf-8") as file:
        config = text_format.Parse(file.read(), ProjectorConfig())
    [embedding] = config.embeddings
    vectors = projector_plugin._read_tensor_tsv_file(os.path.join(folder, embedding.tensor_path))
    with open(os.path.join(folder, embedding.metadata_path), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    found["embedding"] = {"vectors": vectors.tolist(), "metadata": rows}
print(json.dumps(found))
