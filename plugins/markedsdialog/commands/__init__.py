"""Arguments of one command -> its printed answer and exit code; one file per command.

A command module offers `add_to(subparsers)`, which declares its arguments and sets `run`, a
function from the parsed arguments to an exit code. Only these files print.
"""
