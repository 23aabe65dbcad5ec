package io.callscope.analytics.llm;

import java.util.Locale;

/** Tells hosts of this site by their names alone: nothing is looked up, since what a name leads to may change. */
final class Perimeter {
    private Perimeter() {}

    /**
     * Whether it is this machine, a private or link-local address, a name without dots, or one under {@code .local},
     * {@code .internal}, {@code .lan} or {@code .home.arpa}.
     */
    static boolean isInside(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$", "");
        if (name.contains(":")) {
            return name.equals("::1") || name.startsWith("fc") || name.startsWith("fd") || name.startsWith("fe80:");
        }
        if (name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return name.matches("(127|10)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*");
        }
        return name.equals("localhost")
                || !name.contains(".")
                || name.matches(".*\\.(local|internal|lan|localhost)|.*\\.home\\.arpa");
    }
}
