import sys
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from bench.measure import Command, Pairs, Usage, in_turn, middle, run

MEGA = 1_000_000


def _python(code: str) -> Command:
    return Command((sys.executable, "-c", code))


def test_a_command_that_works_is_told_apart_from_one_that_waits() -> None:
    working = "import time\nwhile time.process_time() < 0.5: pass"
    waiting = "import time; time.sleep(0.5)"
    assert run(_python(working)).cpu >= 0.5
    assert run(_python(waiting)).cpu < 0.5


def test_the_time_of_a_child_counts() -> None:
    child = "import time\nwhile time.process_time() < 0.5: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert run(_python(parent)).cpu >= 0.5


def test_the_wall_clock_runs_while_a_command_waits() -> None:
    assert run(_python("import time; time.sleep(0.2)")).wall >= 0.2


def test_memory_is_the_most_that_was_held_at_one_time() -> None:
    memory = run(_python(f"block = b'x' * {300 * MEGA}; del block")).memory
    assert 300 * MEGA <= memory < 500 * MEGA


def test_a_command_gets_its_environment() -> None:
    code = "import os, sys; sys.exit(os.environ['BENCH_WORD'] != 'spoken')"
    assert run(Command((sys.executable, "-c", code), {"BENCH_WORD": "spoken"})).wall > 0


def test_a_failing_command_is_told_with_what_it_wrote() -> None:
    with pytest.raises(CalledProcessError) as raised:
        run(_python("import sys; print('no bread'); sys.exit(3)"))
    assert raised.value.returncode == 3
    assert raised.value.output == "no bread\n"


def test_two_commands_take_turns_and_swap_who_is_first(tmp_path: Path) -> None:
    diary = tmp_path / "diary"

    def noted(name: str) -> Command:
        return Command((sys.executable, "-c", f"open({str(diary)!r}, 'a').write({name!r})"))

    pairs = in_turn(noted("o"), noted("t"), runs=3)
    assert diary.read_text() == "ottoot"
    assert len(pairs.ours) == len(pairs.theirs) == 3


def test_what_a_command_needs_is_prepared_before_each_run(tmp_path: Path) -> None:
    file = tmp_path / "once"
    remove = f"import os; os.remove({str(file)!r})"
    command = Command((sys.executable, "-c", remove), prepare=file.touch)
    assert len([run(command) for _ in range(2)]) == 2
    with pytest.raises(CalledProcessError):
        run(_python(remove))


def test_the_ratio_is_taken_pair_by_pair() -> None:
    ours = tuple(Usage(cpu, 1, 1) for cpu in (1, 3))
    theirs = tuple(Usage(cpu, 1, 1) for cpu in (2, 4))
    assert Pairs(ours, theirs).ratios(lambda used: used.cpu) == [0.5, 0.75]


def test_the_middle_is_the_median_of_each_quantity() -> None:
    runs = (Usage(1, 9, 5), Usage(2, 8, 7), Usage(30, 1, 6))
    assert middle(runs) == Usage(2, 8, 6)
