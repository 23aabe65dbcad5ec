package io.callscope.analytics.web.page;

import java.util.List;

/**
 * A section of the pages, or a menu of some, as the header shows it.
 *
 * @param id names its words, {@code nav.<id>}
 * @param address where it leads; of a menu, where its first section does
 * @param isCurrent whether the page belongs to it
 * @param inner the sections of a menu; empty for a section
 */
public record Section(String id, String address, boolean isCurrent, List<Section> inner) {
    public Section {
        inner = List.copyOf(inner);
    }

    /** The section that is shown, of a menu; the menu itself when none is. */
    public Section shown() {
        return inner.stream().filter(Section::isCurrent).findFirst().orElse(this);
    }
}
