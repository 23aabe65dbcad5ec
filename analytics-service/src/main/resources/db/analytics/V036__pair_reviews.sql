-- What people say of a planned call beside the customer's other contacts: whether it repeats an earlier one, which, and
-- why. Given from a seat whose review has not been submitted yet, so before anything of the machine was seen.
CREATE TABLE pair_reviews (
    plan_id      bigint NOT NULL,
    call_id      text NOT NULL,
    seat         text NOT NULL,
    reviewer     text NOT NULL,
    blind        boolean NOT NULL,
    repeats      boolean NOT NULL,
    of_call      text,
    cause        text,
    submitted_at timestamptz NOT NULL,
    PRIMARY KEY (plan_id, call_id, seat),
    FOREIGN KEY (plan_id, call_id, seat) REFERENCES review_seats ON DELETE CASCADE,
    CHECK (repeats OR of_call IS NULL AND cause IS NULL),
    CHECK (of_call <> call_id)
);

CREATE INDEX pair_reviews_call ON pair_reviews (call_id);
