package io.callscope.analytics.desk;

/** Something that may not become of a card as it stands, such as checking what a colleague works on. */
public final class IllegalMoveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CardState state;

    IllegalMoveException(String move, CardState state) {
        super("%s of a card that is %s".formatted(move, state.id()));
        this.state = state;
    }

    /** How the card stands. */
    public CardState state() {
        return state;
    }
}
