package io.callscope.analytics.web.review;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The form of a review, filled in as a browser would send it. */
public final class Scored {
    private Scored() {}

    /** Every criterion met, no barrier, no repeat, resolved. */
    public static List<String> allWell(Document form) {
        return with(form, "met");
    }

    /** The first choice of everything that is to be decided; a barrier is slight. */
    static List<String> decision(Document form) {
        List<String> fields = new ArrayList<>();
        for (Element question : form.select("form fieldset")) {
            Element radio = question.select("input[type=radio]").first();
            if (radio != null) {
                fields.addAll(List.of(radio.attr("name"), radio.attr("value")));
            }
        }
        form.select("select[name^=fs.]").forEach(select -> fields.addAll(List.of(select.attr("name"), "1")));
        return fields;
    }

    /** The same with another answer on every criterion. */
    public static List<String> with(Document form, String answer) {
        List<String> fields = new ArrayList<>();
        fields.add("version");
        fields.add(form.select("input[name=version]").attr("value"));
        for (Element radio : form.select("input[type=radio][name^=c.][value=" + answer + "]")) {
            fields.add(radio.attr("name"));
            fields.add(answer);
        }
        for (Element radio : form.select("input[type=radio][name^=f.][value=no]")) {
            fields.add(radio.attr("name"));
            fields.add("no");
        }
        fields.addAll(List.of("repeat", "no", "resolution", "resolved"));
        return fields;
    }
}
