package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Feed;
import downhill.ui.session.Session;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** The run doctor of the window: looks while the race is in view, and tells what it finds where results are told. */
public final class DoctorController {
    private final DoctorModel model;
    private final Sheets sheets;
    private final DoctorNote note;
    private final Subscriptions attached = new Subscriptions();

    /** With a thread of its own, which starts with the first look. */
    public DoctorController(Session session, Sheets sheets) {
        this(session, sheets, Feed.threads(1, "run-doctor"));
    }

    /** @param feed with one thread; it ends with this */
    public DoctorController(Session session, Sheets sheets, Feed feed) {
        model = new DoctorModel(session, feed);
        this.sheets = sheets;
        note = new DoctorNote(model, this::open);
    }

    /** A few lines, none where nothing is found. */
    public Node note() {
        return note;
    }

    /** Hands over to {@code marks}, whenever that changes, what may be wrong with contenders: a sentence for each by its id. */
    public void marking(Consumer<Map<String, String>> marks) {
        attached.follow(model.roundProperty(), now -> marks.accept(sentences(now)));
        attached.listen(Messages.languageProperty(), now -> marks.accept(sentences(model.roundProperty().get())));
    }

    private static Map<String, String> sentences(Round now) {
        return now.findings().stream().filter(one -> one.id() != null)
                .collect(Collectors.toMap(Finding::id, one -> Spoken.text(one.evidence()), (first, second) -> first));
    }

    /** Opens all that was found, with what to try. */
    public void open() {
        DoctorSheet.open(model, sheets);
    }

    /** Looks at the race, or no longer. */
    public void setActive(boolean on) {
        model.watch(this, on);
    }

    /** Once a frame. */
    public void frame() {
        model.frame();
    }

    /** Whether what is told is of the race as it stands. */
    public boolean isSettled() {
        return model.isSettled();
    }

    /** Detaches everything and ends its thread. */
    public void dispose() {
        attached.dispose();
        note.dispose();
        model.close();
    }
}
