package io.callscope.standalone.command;

import picocli.CommandLine.Command;

/** {@code callscope report}: what the pages report, at the terminal. */
@Command(name = "report", description = "Print a report; --json gives the object of the page's interface.")
final class ReportCommand {}
