package io.callscope.analytics.search;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.search.Criterion.AgentLike;
import io.callscope.analytics.search.Criterion.Attribute;
import io.callscope.analytics.search.Criterion.Began;
import io.callscope.analytics.search.Criterion.Flagged;
import io.callscope.analytics.search.Criterion.FlaggedBy;
import io.callscope.analytics.search.Criterion.HasAudio;
import io.callscope.analytics.search.Criterion.Heard;
import io.callscope.analytics.search.Criterion.Is;
import io.callscope.analytics.search.Criterion.Lasted;
import io.callscope.analytics.search.Criterion.Marked;
import io.callscope.analytics.search.Criterion.OnCard;
import io.callscope.analytics.search.Criterion.Said;
import io.callscope.analytics.search.Criterion.SaysRepeat;
import io.callscope.analytics.search.Criterion.Talks;
import io.callscope.analytics.search.Criterion.Urgency;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter as conditions on {@code calls c}. Stateless. */
final class JdbiCallConditions {
    private static final String CURRENT = "x.call_id = c.call_id AND x.version_key = c.version_key";
    private static final Map<CallField, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(CallField.STATE, "state"),
            Map.entry(CallField.LANGUAGE, "language"),
            Map.entry(CallField.TEAM, "team"),
            Map.entry(CallField.QUEUE, "queue"),
            Map.entry(CallField.PRODUCT, "product"),
            Map.entry(CallField.DIRECTION, "direction"),
            Map.entry(CallField.CUSTOMER, "customer_last4"),
            Map.entry(CallField.CALL_ID, "call_id"),
            Map.entry(CallField.REASON, "contact_reason"),
            Map.entry(CallField.RESOLUTION, "resolution"),
            Map.entry(CallField.VERDICT, "verdict"),
            Map.entry(CallField.CAUSE, "repeat_cause")));

    /**
     * Agents are few and calls are many: the ids are skipped through along their index, each with its newest name, and
     * only then are calls looked for.
     */
    private static final String AGENT = """
            (c.agent_id = ANY(ARRAY(
                WITH RECURSIVE agents AS (
                    SELECT min(agent_id) AS id FROM calls
                    UNION ALL
                    SELECT (SELECT min(agent_id) FROM calls WHERE agent_id > agents.id) FROM agents WHERE id IS NOT NULL)
                SELECT id FROM agents LEFT JOIN LATERAL
                    (SELECT agent_name FROM calls WHERE agent_id = id ORDER BY listed_at DESC LIMIT 1) AS newest ON true
                WHERE lower(id) LIKE ANY(%1$s) OR lower(agent_name) LIKE ANY(%1$s)))
            OR c.agent_id IS NULL AND lower(c.agent_name) LIKE ANY(%1$s))""";

    private final Conditions conditions;

    private JdbiCallConditions(Conditions conditions) {
        this.conditions = conditions;
    }

    static Conditions of(CallFilter filter, TeamScope scope) {
        JdbiCallConditions all = new JdbiCallConditions(VisibleCalls.to(scope));
        filter.criteria().forEach(all::add);
        return all.conditions;
    }

    private void add(Criterion criterion) {
        if (criterion instanceof Said said) {
            add(said);
        } else if (criterion instanceof Marked marked) {
            add(marked);
        } else if (criterion instanceof Heard heard) {
            conditions.add(exists("signals", "x.signal = ANY(%s)"), texts(heard.signals()));
        } else if (criterion instanceof Flagged flagged) {
            conditions.add("c.flag_priority IS " + (flagged.flagged() ? "NOT NULL" : "NULL"));
        } else if (criterion instanceof FlaggedBy by) {
            conditions.add("c.flag_priority IS NOT NULL");
            conditions.add(exists("flags", "x.rule = ANY(%s)"), texts(by.rules()));
        } else if (criterion instanceof Urgency urgency) {
            conditions.add("c.flag_priority = ANY(%s)", urgency.priorities().toArray(Integer[]::new));
        } else if (criterion instanceof Is is) {
            conditions.add("c." + COLUMNS.get(is.field()) + " = ANY(%s)", texts(is.values()));
        } else {
            addFact(criterion);
        }
    }

    private void addFact(Criterion criterion) {
        if (criterion instanceof OnCard card) {
            conditions.add(
                    "EXISTS (SELECT 1 FROM card_calls o JOIN cards d USING (card_id)"
                            + " WHERE o.call_id = c.call_id AND d.state = ANY(%s))",
                    texts(card.states()));
        } else if (criterion instanceof SaysRepeat repeat) {
            conditions.add("c.repeat_said = %s", repeat.said());
        } else if (criterion instanceof HasAudio audio) {
            conditions.add("c.audio IS " + (audio.has() ? "NOT NULL" : "NULL"));
        } else if (criterion instanceof AgentLike agent) {
            String[] patterns =
                    agent.parts().stream().map(JdbiCallConditions::containing).toArray(String[]::new);
            conditions.add(AGENT, patterns);
        } else if (criterion instanceof Attribute attribute) {
            String[] objects = attribute.values().stream()
                    .map(value -> Columns.json(Map.of(PgText.clean(attribute.name()), PgText.clean(value))))
                    .toArray(String[]::new);
            conditions.add("c.attributes @> ANY(CAST(%s AS jsonb[]))", objects);
        } else if (criterion instanceof Lasted lasted) {
            addIfGiven("c.duration_ms >= %s", millis(lasted.from()));
            addIfGiven("c.duration_ms <= %s", millis(lasted.to()));
        } else if (criterion instanceof Talks talks) {
            conditions.add(figure(talks.figure()) + " >= %s", talks.least());
        } else if (criterion instanceof Began began) {
            addIfGiven("c.listed_at >= %s", Columns.time(began.from()));
            addIfGiven("c.listed_at < %s", Columns.time(began.before()));
        } else {
            throw new IllegalArgumentException("no condition for " + criterion.getClass());
        }
    }

    /** A figure in its own unit; null where it cannot be known. */
    private static String figure(TalkFigure figure) {
        return switch (figure) {
            case DEAD_AIR_SEC -> "c.dead_air_longest_ms / 1000.0";
            case DEAD_AIR_PERCENT -> "100.0 * c.dead_air_ms / nullif(c.duration_ms, 0)";
            case HOLD_SEC -> "c.hold_ms / 1000.0";
            case AGENT_TALK_PERCENT -> "100 * c.talk_ratio";
            case OVERTALK_PERCENT -> "100 * c.overtalk_ratio";
            case AGENT_INTERRUPTIONS -> "c.agent_interruptions";
        };
    }

    private void add(Said said) {
        String column = JdbiSoughtWords.column(said.by());
        conditions.add(
                "EXISTS (SELECT 1 FROM transcripts t WHERE t.call_id = c.call_id"
                        + " AND t.transcript_hash = c.transcript_hash AND t." + column + " @@ "
                        + JdbiSoughtWords.QUERY + ")",
                JdbiSoughtWords.comparable(said.words()));
    }

    private void add(Marked marked) {
        StringBuilder one = new StringBuilder();
        marked.values()
                .forEach((field, values) -> one.append(one.isEmpty() ? "" : " AND ")
                        .append("x.")
                        .append(field.name().toLowerCase(Locale.ROOT))
                        .append(" = ANY(:")
                        .append(conditions.bound(texts(values)))
                        .append(")"));
        if (marked.severity() > 0) {
            one.append(one.isEmpty() ? "" : " AND ").append("x.severity >= ").append(marked.severity());
        }
        conditions.add(exists("marks", one.toString()));
    }

    private void addIfGiven(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition, value);
        }
    }

    private static String exists(String table, String condition) {
        return "EXISTS (SELECT 1 FROM %s x WHERE %s AND ".formatted(table, CURRENT) + condition + ")";
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static String[] texts(Set<String> values) {
        return cleaned(values).toArray(String[]::new);
    }

    private static Collection<String> cleaned(Set<String> values) {
        return values.stream().map(PgText::clean).toList();
    }

    private static String containing(String part) {
        String literal = PgText.clean(part)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }
}
