package io.callscope.kit.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of a configuration. Thread-safe. */
final class ScalarReader {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,12})\\s*(ms|s|m|h|d)");
    private static final String FILE_PREFIX = "file:";

    private final Map<String, String> environment;
    private final Path base;

    ScalarReader(Map<String, String> environment, Path base) {
        this.environment = environment;
        this.base = base;
    }

    Object read(String text, Class<?> type) {
        if (type == Secret.class) {
            return secret(text);
        }
        String value = substituted(text);
        if (type == String.class) {
            return value;
        }
        if (type == Path.class) {
            return base.resolve(value).normalize();
        }
        if (type == Duration.class) {
            return duration(value);
        }
        if (type == DataSize.class) {
            return DataSize.of(value);
        }
        if (type == ZoneId.class) {
            return zone(value);
        }
        if (type == URI.class) {
            return webAddress(value);
        }
        if (type.isEnum()) {
            return constant(value, type);
        }
        return primitive(value, type);
    }

    private static Object primitive(String value, Class<?> type) {
        try {
            if (type == Integer.class || type == int.class) {
                return Integer.valueOf(value.strip());
            }
            if (type == Long.class || type == long.class) {
                return Long.valueOf(value.strip());
            }
            if (type == Double.class || type == double.class) {
                return Double.valueOf(value.strip());
            }
        } catch (NumberFormatException e) {
            String expected = type == Double.class || type == double.class ? "a number" : "a whole number";
            throw new IllegalArgumentException("\"%s\": expected %s".formatted(value, expected), e);
        }
        if (type == Boolean.class || type == boolean.class) {
            if (value.equals("true") || value.equals("false")) {
                return Boolean.valueOf(value);
            }
            throw new IllegalArgumentException("\"%s\": expected true or false".formatted(value));
        }
        throw new IllegalStateException("configuration cannot be of type " + type);
    }

    private String substituted(String text) {
        Matcher matcher = ENVIRONMENT.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1))));
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("environment variable %s is not set".formatted(name));
        }
        return value;
    }

    private Secret secret(String text) {
        if (text.isEmpty()) {
            return new Secret("");
        }
        if (text.startsWith(FILE_PREFIX)) {
            Path file = base.resolve(text.substring(FILE_PREFIX.length()));
            try {
                return new Secret(Files.readString(file).strip());
            } catch (IOException e) {
                throw new IllegalArgumentException("secret file %s cannot be read".formatted(file), e);
            }
        }
        if (!ENVIRONMENT.matcher(text).matches()) {
            throw new IllegalArgumentException("expected ${NAME} of an environment variable, or file:PATH; a secret is"
                    + " not written into the configuration itself");
        }
        return new Secret(substituted(text));
    }

    private static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\": expected a duration such as 500ms, 30s, 5m, 12h or 7d".formatted(value));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static URI webAddress(String value) {
        try {
            URI address = new URI(value.strip());
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw notAWebAddress(value, e);
        }
        throw notAWebAddress(value, null);
    }

    private static IllegalArgumentException notAWebAddress(String value, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"%s\": expected a web address such as https://callscope.example.org".formatted(value), cause);
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\": expected a time zone such as Europe/Moscow%s"
                            .formatted(value, hint(value, ZoneId.getAvailableZoneIds())),
                    e);
        }
    }

    private static String hint(String word, Collection<String> known) {
        String nearest = NearestWord.to(word, new TreeSet<>(known));
        return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
    }

    private static Object constant(String value, Class<?> type) {
        String wanted = value.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (id(constant).equals(wanted)) {
                return constant;
            }
        }
        List<String> known = Arrays.stream(constants).map(ScalarReader::id).toList();
        throw new IllegalArgumentException(
                "\"%s\": expected one of %s%s".formatted(value, String.join(", ", known), hint(wanted, known)));
    }

    private static String id(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
