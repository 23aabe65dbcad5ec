package io.callscope.analytics.search;

import java.util.List;

/** What the calls of somebody's teams can be asked by: values that occur, in alphabetical order. */
public record Facets(List<String> teams, List<String> queues, List<String> products, List<Agent> agents) {
    public Facets {
        teams = List.copyOf(teams);
        queues = List.copyOf(queues);
        products = List.copyOf(products);
        agents = List.copyOf(agents);
    }

    /**
     * An agent.
     *
     * @param name the id where no name is known
     */
    public record Agent(String id, String name) {}
}
