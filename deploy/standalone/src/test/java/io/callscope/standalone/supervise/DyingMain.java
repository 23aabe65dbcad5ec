package io.callscope.standalone.supervise;

/** A child for tests that prints its first argument and ends with the exit code in its second. */
public final class DyingMain {
    private DyingMain() {}

    public static void main(String[] args) {
        System.err.println(args[0]);
        System.exit(Integer.parseInt(args[1]));
    }
}
