package io.callscope.analytics.codebook;

import io.callscope.analytics.rules.Element;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which word lists an element names. */
public final class Groups {
    private Groups() {}

    /** Names of the lists that an element asks for, directly. */
    public static Set<String> namedIn(Element element) {
        Set<String> names = new HashSet<>();
        collect(element, names);
        return names;
    }

    private static void collect(Element element, Set<String> names) {
        if (element instanceof Element.Group group) {
            names.add(group.name());
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(part -> collect(part, names));
        } else if (element instanceof Element.Choice choice) {
            choice.options().forEach(part -> collect(part, names));
        } else if (element instanceof Element.Together together) {
            together.parts().forEach(part -> collect(part, names));
        } else if (element instanceof Element.Maybe maybe) {
            collect(maybe.element(), names);
        }
    }

    /** Whether a list leads to another through the lists it names. */
    static boolean reaches(String from, String to, Map<String, Element> groups) {
        return reaches(from, to, groups, new HashSet<>());
    }

    private static boolean reaches(String from, String to, Map<String, Element> groups, Set<String> visited) {
        Element element = groups.get(from);
        if (element == null || !visited.add(from)) {
            return false;
        }
        Set<String> names = namedIn(element);
        return names.contains(to) || names.stream().anyMatch(name -> reaches(name, to, groups, visited));
    }
}
