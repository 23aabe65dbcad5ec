package io.callscope.analytics.web.page;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.views.SavedView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own kept filters, to be renamed, shared and deleted.
 *
 * @param changed the one whose change was not taken, as it was typed; null when none was refused
 * @param problem why, in words
 */
public record ViewsPage(
        View view, List<SavedView> own, @Nullable Typed changed, String problem) {
    public ViewsPage {
        own = List.copyOf(own);
    }

    /** What was typed for one of them. */
    public record Typed(long id, String name, boolean isShared) {}

    public boolean mayShare() {
        return view.may(Permission.SHARE_VIEWS);
    }

    public boolean isRefused(SavedView one) {
        return changed != null && changed.id() == one.id();
    }

    public String name(SavedView one) {
        return changed != null && changed.id() == one.id() ? changed.name() : one.name();
    }

    public boolean isShared(SavedView one) {
        return changed != null && changed.id() == one.id() ? changed.isShared() : one.isShared();
    }
}
