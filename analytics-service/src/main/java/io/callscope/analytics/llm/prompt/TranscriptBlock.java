package io.callscope.analytics.llm.prompt;

import io.callscope.model.call.Party;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the part of the user's message that all tasks of a call share. Between borders that no speaker can say stand
 * the call's lines, each with its number and a neutral word for who speaks; nothing else of the call is told. Immutable.
 */
public final class TranscriptBlock {
    private final Prompts prompts;

    public TranscriptBlock(Prompts prompts) {
        this.prompts = prompts;
    }

    /**
     * The block.
     *
     * @param nonce stands in its borders
     */
    public String of(List<Line> lines, String nonce) {
        return block(lines.stream().map(this::line).collect(Collectors.joining("\n")), nonce);
    }

    /** A block of texts that a model wrote about parts of a call; they deserve no more trust than the call. */
    public String ofTexts(List<String> texts, String nonce) {
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            numbered.append(i == 0 ? "" : "\n")
                    .append('[')
                    .append(i + 1)
                    .append("] ")
                    .append(HarmlessWords.of(texts.get(i)));
        }
        return block(numbered.toString(), nonce);
    }

    private String block(String content, String nonce) {
        return prompts.transcript().fill(Map.of("nonce", nonce, "utterances", content));
    }

    /** The line as it stands in the block. */
    public String line(Line line) {
        return "[%d] %s: %s".formatted(line.utteranceId(), party(line.party()), HarmlessWords.of(line.text()));
    }

    private String party(Party party) {
        return switch (party) {
            case AGENT -> prompts.words().agent();
            case CUSTOMER -> prompts.words().customer();
            case UNKNOWN -> prompts.words().unknown();
        };
    }
}
