package io.callscope.analytics.desk;

/** Somebody, or a new call, changed the card since it was looked at. Nothing was done. */
public final class CardChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Card card;

    public CardChangedException(Card card) {
        super("card %d has version %d".formatted(card.id(), card.version()));
        this.card = card;
    }

    /** The card as it is now. */
    public Card card() {
        return card;
    }
}
