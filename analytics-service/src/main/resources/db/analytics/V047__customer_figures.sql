-- What a customer is worth to the business, by a day's account: what he bought or paid in the month that ends with it.
CREATE TABLE customer_figures (
    customer_key  text NOT NULL,
    noted_on      date NOT NULL,
    average_check double precision CHECK (average_check >= 0),
    arpu          double precision CHECK (arpu >= 0),
    churn         double precision CHECK (churn IN (0, 1)),
    PRIMARY KEY (customer_key, noted_on)
);

CREATE INDEX customer_figures_noted ON customer_figures (noted_on);
