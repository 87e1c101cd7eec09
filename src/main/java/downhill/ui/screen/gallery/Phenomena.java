package downhill.ui.screen.gallery;

import downhill.lesson.LessonWork;
import downhill.store.LessonLibrary;
import downhill.ui.control.EntryButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The phenomena, one below the other; each leads to its lesson, which asks before it shows. */
public final class Phenomena extends LiveScreen {
    private static final double GAP = 16;
    private static final double NARROW = 6;
    /** Where there is less room, words stand below their picture. */
    private static final double BESIDE = 560;

    private final FxExecutor work;
    private final ExperimentFiles files;
    private final Consumer<String> chosen;
    private final Consumer<Supplier<String>> problem;
    private final VBox rows = new VBox(NARROW);
    private final ScrollPane scroll = Rows.scrolled(rows);
    private List<Exhibit> exhibits = List.of();
    private List<LessonWork> done = List.of();

    /** {@code work} reads the lessons and what was done of them, {@code chosen} is told the id of the one that is to be opened. */
    public Phenomena(FxExecutor work, ExperimentFiles files, Consumer<String> chosen, Consumer<Supplier<String>> problem) {
        this.work = work;
        this.files = files;
        this.chosen = chosen;
        this.problem = problem;
        rows.getStyleClass().add("lesson-step");
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(scroll.widthProperty().map(width -> isNarrow()), now -> refresh());
    }

    @Override
    public String titleKey() {
        return "tab.gallery";
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public Node options() {
        return new Pane();
    }

    @Override
    public void setActive(boolean on) {
        super.setActive(on);
        if (on && exhibits.isEmpty()) {
            work.<List<Exhibit>>submit("gallery", task -> LessonLibrary.phenomena().stream()
                    .map(id -> new Exhibit(LessonLibrary.read(id), LessonLibrary.picture(id))).toList(), read -> {
                        exhibits = read;
                        refresh();
                    }, failure -> problem.accept(Failures.words(failure)));
        }
        if (on) {
            work.<List<LessonWork>>submit("gallery.done", task -> files.lessons(), read -> {
                done = read;
                refresh();
            }, failure -> problem.accept(Failures.words(failure)));
        }
    }

    @Override
    protected void refresh() {
        if (isActive()) {
            rows.getChildren().setAll(Rows.paragraph(Messages.binding("gallery.intro")));
            exhibits.forEach(one -> rows.getChildren().add(row(one)));
        }
    }

    private boolean isNarrow() {
        return scroll.getWidth() > 0 && scroll.getWidth() < BESIDE;
    }

    private Button row(Exhibit one) {
        String setting = one.score(done).isEmpty() ? one.setting() : one.setting() + " · " + one.score(done);
        VBox words = new VBox(3, line(one.title(), "strong"), line(one.sentence()), line(setting, "secondary", "small"),
                line(one.paper(), "secondary", "small"));
        PictureView picture = new PictureView(one.picture());
        Button button = new EntryButton(isNarrow() ? new VBox(NARROW, picture, words) : beside(picture, words));
        button.setId("phenomenon-" + one.lesson().id());
        button.setAccessibleText(String.join(" ", one.title() + ".", one.sentence(), setting + ".", one.paper()));
        button.setOnAction(event -> chosen.accept(one.lesson().id()));
        return button;
    }

    private static HBox beside(PictureView picture, VBox words) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox whole = new HBox(GAP, picture, words);
        whole.setAlignment(Pos.CENTER_LEFT);
        return whole;
    }

    private static Label line(String text, String... styles) {
        Label label = Labels.plain(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
