package io.callscope.standalone.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Javadoc of a record says of its components, read from the sources. */
final class RecordDocs {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain)\\s+#?([^}]*)}");

    private final List<Path> sources;

    private RecordDocs(List<Path> sources) {
        this.sources = sources;
    }

    static RecordDocs below(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            return new RecordDocs(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Component to what is said of it. */
    Map<String, String> of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String end = outermost.getName().replace('.', '/') + ".java";
        Path source = sources.stream()
                .filter(file -> file.toString().replace('\\', '/').endsWith(end))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source of " + type));
        try {
            return components(Files.readString(source), type.getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> components(String source, String record) {
        Matcher declaration = Pattern.compile("\\brecord " + record + "\\b").matcher(source);
        if (!declaration.find()) {
            throw new IllegalArgumentException("no record " + record);
        }
        String comment = "";
        Matcher comments = COMMENT.matcher(source.substring(0, declaration.start()));
        while (comments.find()) {
            comment = comments.group(1);
        }
        String text = TAG.matcher(comment.replaceAll("(?m)^\\s*\\*", " "))
                .replaceAll("$1")
                .replaceAll("\\s+", " ");
        Map<String, String> said = new LinkedHashMap<>();
        for (String part : text.split("@param ")) {
            String[] words = part.strip().split(" ", 2);
            if (words.length == 2 && !part.equals(text.split("@param ", 2)[0])) {
                said.put(words[0], words[1].strip());
            }
        }
        return said;
    }
}
