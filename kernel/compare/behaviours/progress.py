"""Point 8: progress of a loop."""

from behaviour import behaviour, no, outcome, yes

SECONDS = 3


@behaviour("Progress", "progress of a long loop: one output, bar and text, at most a few updates a second (ipykernel: tqdm)")
def progress(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py=f"import time\nfrom tqdm.auto import tqdm\nfor i in tqdm(range({SECONDS * 100})): time.sleep(0.01)",
            ts=f"""import {{ progress }} from "kernel-helpers";
for await (const i of progress(Array.from({{ length: {SECONDS * 100} }}, (_, i) => i), {{ label: "steps" }}))
  await new Promise((done) => setTimeout(done, 10));""",
        ),
        limit=20,
    )
    shown = cell.of("display_data")
    updates = cell.of("update_display_data", "stream")
    outputs = len(shown) + (1 if cell.of("stream") else 0)
    if outputs == 0:
        return no(outcome(kernel, cell))
    rate = (len(shown) + len(updates)) / cell.seconds
    kinds = {kind for bundle in shown for kind in bundle["data"]}
    faults = [] if outputs == 1 else [f"{outputs} outputs"]
    faults += [] if rate <= 10 else [f"{rate:.0f} updates a second"]
    faults += [] if "text/html" in kinds else ["text only"]
    return no(", ".join(faults)) if faults else yes(f"{rate:.0f} updates a second")
