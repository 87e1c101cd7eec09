package downhill.ui.screen.deploy;

import downhill.race.Racing;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Labels;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Failures;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.words.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form that is chosen in the form of other programs: each is saved from here, and proves then that it answers the same. */
final class AwayScreen extends DeployScreen {
    /** Of a race that runs, drafts are made no more often, and rest so many times as long as they took. */
    private static final long PACE = 4_000_000_000L;
    private static final double THRIFT = 20;

    /** What drafts are of. */
    private record Key(Base base, Form form) {
    }

    private final FileChoice files;
    private final FxExecutor work = FxExecutor.threads(1, "deploy-away");
    private final Feed feed = Feed.threads(1, "deploy-drafts");
    private final Line line = feed.line("drafts").resting(THRIFT);
    private final Map<AwayKind, AwayRow> rows = new EnumMap<>(AwayKind.class);
    private final Label about = Labels.plain("", "secondary");
    private final ProgressNote progress = new ProgressNote(this::cancel);
    private final VBox node;
    private Map<AwayKind, AwayDraft> drafts = Map.of();
    private final Map<AwayKind, AwayProof> proofs = new EnumMap<>(AwayKind.class);
    private final Map<AwayKind, Supplier<String>> failures = new EnumMap<>(AwayKind.class);
    private Object of;
    private UiTask<?> task;
    private AwayKind busy;

    AwayScreen(DeployModel model, FileChoice files) {
        super(model, "away");
        this.files = files;
        for (AwayKind kind : AwayKind.values()) {
            rows.put(kind, new AwayRow(kind, this::save));
        }
        about.setId("deploy-away-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = Rows.scrolled(table());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(10, about, scroll, progress);
        node.setId("deploy-away");
        attached.add(work::close);
        attached.add(feed::close);
    }

    private GridPane table() {
        GridPane table = new GridPane(12, 4);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setMinWidth(120);
        table.getColumnConstraints().addAll(new ColumnConstraints(), wide, new ColumnConstraints(), new ColumnConstraints(),
                new ColumnConstraints());
        List<Label> heads = List.of(Labels.secondary("deploy.away.form"), Labels.secondary("deploy.away.what"),
                Labels.secondary("deploy.away.size"), Labels.secondary("deploy.away.difference"));
        heads.forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        heads.subList(2, 4).forEach(each -> GridPane.setHalignment(each, HPos.RIGHT));
        table.addRow(0, heads.toArray(Node[]::new));
        int at = 1;
        for (AwayRow row : rows.values()) {
            table.add(Rows.divider(), 0, at, heads.size() + 1, 1);
            row.into(table, at + 1);
            at += 3;
        }
        return table;
    }

    @Override
    public void setActive(boolean on) {
        feed.watch(this, on);
        super.setActive(on);
    }

    /** Once a frame. */
    void frame() {
        if (!isActive()) {
            return;
        }
        feed.frame();
        if (task != null) {
            progress.show(task);
        }
        Form form = model.form().orElse(null);
        if (form == null || model.session().race().racing() == null) {
            return;
        }
        Key key = new Key(model.told(), form);
        if (line.wants(key, model.isRunning() ? PACE : 0)) {
            AwayWork asked = asked(form);
            line.<List<AwayDraft>>ask(key, running -> asked.drafts(), now -> {
                Map<AwayKind, AwayDraft> all = new EnumMap<>(AwayKind.class);
                now.forEach(each -> all.put(each.kind(), each));
                drafts = all;
                refresh();
            });
        }
    }

    private AwayWork asked(Form form) {
        Racing race = model.session().race().racing();
        boolean now = form.wish() == null && model.whichProperty().get() == DeployModel.Which.NOW && !model.isStale();
        return new AwayWork(model.told(), form, race, now, Words.of(Messages.languageProperty().get().locale()));
    }

    private void save(AwayKind kind) {
        Form form = model.form().orElseThrow();
        String name = Deploy.fileName(form);
        String suggestion = kind == AwayKind.JAVA ? className(name) : name;
        files.toSaveAs(suggestion + kind.ending()).ifPresent(file -> {
            AwayWork asked = asked(form);
            cancel();
            proofs.remove(kind);
            failures.remove(kind);
            busy = kind;
            task = work.<AwayProof>submit("away", running -> {
                running.report(-1, "");
                return asked.written(kind, file, running::isCancelled);
            }, done -> ended(() -> proofs.put(kind, done)), failure -> ended(() -> failures.put(kind, Failures.words(failure))));
            refresh();
        });
    }

    private void ended(Runnable keep) {
        keep.run();
        busy = null;
        task = null;
        progress.clear();
        refresh();
    }

    private void cancel() {
        if (task != null) {
            task.cancel();
            task = null;
            busy = null;
            progress.clear();
            refresh();
        }
    }

    /** A name that a class can have. */
    static String className(String name) {
        StringBuilder made = new StringBuilder();
        Arrays.stream(name.split("[^A-Za-z0-9]+")).filter(part -> !part.isEmpty())
                .forEach(part -> made.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1)));
        return made.isEmpty() || Character.isDigit(made.charAt(0)) ? "Model" + made : made.toString();
    }

    @Override
    protected Node picture() {
        Form form = model.form().orElseThrow();
        Object now = List.of(model.told(), Objects.requireNonNullElse(form.wish(), ""));
        if (!now.equals(of)) {
            of = now;
            proofs.clear();
            failures.clear();
        }
        about.setText(Messages.text(model.told().holdsOut() ? "deploy.away.about" : "deploy.away.about.training",
                FormWords.name(form.wish()), Numbers.count(model.told().step())));
        rows.forEach((kind, row) -> {
            row.show(drafts.get(kind));
            if (kind == busy) {
                row.showBusy();
            } else if (failures.containsKey(kind)) {
                row.show(failures.get(kind));
            } else {
                row.show(proofs.get(kind));
            }
        });
        return node;
    }
}
