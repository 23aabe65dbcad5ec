package io.callscope.transcribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.call.Direction;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.roles.RoleGuess;
import io.callscope.transcribe.roles.Said;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures how often the words of a call whose parties are known tell who is the agent, with the parties hidden. */
public final class RolesBench {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoleFinder finder;
    private final PrintStream out;

    public RolesBench(AgentPhrases phrases, PrintStream out) {
        this.finder = new RoleFinder(phrases);
        this.out = out;
    }

    /**
     * @param calls number of calls with both parties
     * @param assigned of them, given roles
     * @param right of those, rightly
     * @param sure given roles without a warning
     * @param sureRight of those, rightly
     */
    public record Result(int calls, int assigned, int right, int sure, int sureRight) {}

    /**
     * @param gold JSON lines with {@code id}, {@code language} and {@code utterances} of {@code party} and {@code text};
     *     {@code ID.json} beside it or in {@code calls} may name the direction
     */
    public Result run(Path gold) throws IOException {
        int[] counts = new int[5];
        for (String line : Files.readAllLines(gold)) {
            if (!line.isBlank()) {
                measure(gold, JSON.readTree(line), counts);
            }
        }
        if (counts[0] == 0) {
            throw new IllegalArgumentException("%s: expected calls with both parties".formatted(gold));
        }
        return new Result(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private void measure(Path gold, JsonNode call, int[] counts) throws IOException {
        List<Said> said = new ArrayList<>();
        int agent = -1;
        String first = call.path("utterances").path(0).path("party").asText();
        for (JsonNode utterance : call.path("utterances")) {
            String party = utterance.path("party").asText();
            // whoever speaks first is side 0, so that the side tells nothing
            int side = party.equals(first) ? 0 : 1;
            agent = party.equals("agent") ? side : agent;
            said.add(new Said(side, utterance.path("text").asText()));
        }
        if (agent < 0 || said.stream().map(Said::side).distinct().count() < 2) {
            return;
        }
        String id = call.path("id").asText();
        RoleGuess guess = finder.find(said, call.path("language").asText(), direction(gold, id));
        boolean right = guess.agentSide() == agent;
        counts[0]++;
        if (guess.strength() != RoleGuess.Strength.TOO_WEAK) {
            counts[1]++;
            counts[2] += right ? 1 : 0;
        }
        if (guess.strength() == RoleGuess.Strength.SURE) {
            counts[3]++;
            counts[4] += right ? 1 : 0;
        }
        if (!right || guess.strength() != RoleGuess.Strength.SURE) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %s, confidence %.2f%n",
                    id,
                    right ? "right but not sure" : "wrong",
                    guess.confidence());
        }
    }

    private static @Nullable Direction direction(Path gold, String id) throws IOException {
        for (Path file : List.of(
                gold.resolveSibling(id + ".json"), gold.resolveSibling("calls").resolve(id + ".json"))) {
            if (Files.isRegularFile(file)) {
                JsonNode root = JSON.readTree(file.toFile());
                JsonNode metadata = root.has("metadata") ? root.path("metadata") : root;
                if (metadata.hasNonNull("direction")) {
                    return Direction.ofId(metadata.path("direction").asText());
                }
            }
        }
        return null;
    }
}
