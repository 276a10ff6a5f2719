"""Point 1: output after the end of a cell."""

from behaviour import behaviour, no, verdict, yes


def printing_late(subject, kernel, seconds):
    return kernel.run(
        subject.pick(
            py=f'import threading\nthreading.Timer({seconds}, lambda: print("late")).start()',
            ts=f'setTimeout(() => console.log("late"), {seconds * 1000});',
        )
    )


@behaviour("Output", "what a cell prints after its end is in that cell")
def late(subject, kernel):
    first = printing_late(subject, kernel, 0.5)
    kernel.listen(1)
    return verdict("late" in first.printed(), "it is lost")


@behaviour("Output", "… also while another cell runs")
def late_beside(subject, kernel):
    first = printing_late(subject, kernel, 1)
    second = kernel.run(
        subject.pick(
            py="import asyncio\nawait asyncio.sleep(2)",
            ts="await new Promise((done) => setTimeout(done, 2000));",
        )
    )
    if "late" in first.printed():
        return yes()
    return no("it is in the cell that runs" if "late" in second.printed() else "it is lost")
