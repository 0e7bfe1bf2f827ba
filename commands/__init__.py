"""Groups of commands, each a typer app that `cli` takes in; thin functions, no logic."""
