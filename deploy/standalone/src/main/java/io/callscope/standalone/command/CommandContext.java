package io.callscope.standalone.command;

import java.nio.file.Path;

/**
 * What the commands know about how callscope was called.
 *
 * @param home the project folder
 * @param launchedAtMs when the launcher was ready to start Java, milliseconds since 1970
 */
public record CommandContext(Path home, long launchedAtMs) {}
