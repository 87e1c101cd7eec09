package downhill.ui.screen.deploy;

import downhill.compress.FormWish;
import downhill.race.document.Experiment;
import downhill.race.document.FormSpec;
import downhill.ui.fx.Subscriptions;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Forms that are wished for: what the document says, else what is usual of the model; what is changed stands in the document. FX thread.
 */
final class Wishes {
    private final Session session;
    private final ReadOnlyObjectProperty<Base> base;
    private final ObjectProperty<List<FormWish>> all = new SimpleObjectProperty<>(this, "all");
    private final Subscriptions attached = new Subscriptions();

    Wishes(Session session, ReadOnlyObjectProperty<Base> base) {
        this.session = session;
        this.base = base;
        attached.listen(base, now -> read());
        attached.listen(session.experimentProperty(), now -> read());
        attached.listen(all, this::write);
    }

    /** In the order in which they are made; null where nobody has said and no model is known. */
    ObjectProperty<List<FormWish>> all() {
        return all;
    }

    /** As the document says, also after something was undone. */
    void read() {
        Experiment document = session.experiment();
        List<FormWish> now = document != null && document.shrink() != null
                ? document.shrink().stream().map(each -> FormWish.of(each.settings(), "")).toList() : usual();
        if (!Objects.equals(now, all.get())) {
            all.set(now);
        }
    }

    private List<FormWish> usual() {
        return base.get() == null ? null : FormWish.usual(base.get().model());
    }

    private void write(List<FormWish> now) {
        if (now == null || base.get() == null || session.experiment() == null) {
            return;
        }
        List<FormSpec> said = now.equals(usual()) ? null : now.stream().map(each -> new FormSpec(each.texts())).toList();
        if (!Objects.equals(said, session.experiment().shrink())) {
            session.edit(document -> document.withShrink(said));
        }
    }

    void dispose() {
        attached.dispose();
    }
}
