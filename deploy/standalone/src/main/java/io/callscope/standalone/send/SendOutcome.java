package io.callscope.standalone.send;

/** What became of one file. */
public sealed interface SendOutcome {
    /** The service took it: it will be processed. */
    record Accepted() implements SendOutcome {}

    /** The service had this very recording or transcript. */
    record AlreadyThere() implements SendOutcome {}

    /** @param reason in the service's words, or why it could not be asked */
    record Rejected(String reason) implements SendOutcome {}
}
