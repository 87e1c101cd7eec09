package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
import downhill.ui.chart.PlaneMark;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.Rows;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.SpokenLesson;
import downhill.ui.session.Failures;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The lessons: contents or the step in view, the cards given into the learner's hands, and the bar below. FX thread. */
public final class Lessons {
    private static final int FIRST_STYLE = 0;
    /** What is left free below what is scrolled to. */
    private static final double BELOW = 8;

    private final AnswerShelf shelf;
    private final LessonModel model;
    private final FxExecutor work;
    private final Consumer<Supplier<String>> problem;
    private final LessonWays ways;
    private final Map<String, Node> controls;
    private final Consumer<List<String>> views;
    private final LessonFoot foot;
    private final Button contents;
    private final Button write;
    private final VBox inside = new VBox(12);
    private final ScrollPane scroll;
    private final Card card;
    private final Subscriptions attached = new Subscriptions();
    private List<LessonStore.Opened> library = List.of();
    private boolean asked;
    private AnswerField answer;
    private Consumer<List<PlaneMark>> marks = points -> { };
    private int shownAt = -1;
    private Lesson shown;

    /**
     * Over a session of their own.
     *
     * @param files    keep what was done
     * @param controls cards by the names that lessons have for them
     * @param views    offers the views of these names, none where no lesson is open
     * @param ways     where else they lead
     */
    public Lessons(Session session, FxExecutor work, ExperimentFiles files, Map<String, Node> controls, Consumer<List<String>> views,
                   LessonWays ways, Consumer<Supplier<String>> problem) {
        this.work = work;
        this.problem = problem;
        this.ways = ways;
        this.controls = Map.copyOf(controls);
        this.views = views;
        shelf = new AnswerShelf(files, work, problem);
        model = new LessonModel(session, work, shelf, () -> ways.projected().getValue(), problem);
        foot = new LessonFoot(model);
        contents = Buttons.link("lesson.contents", this::contents);
        contents.setId("lesson-contents");
        scroll = Rows.scrolled(inside);
        scroll.setFitToWidth(true);
        write = Buttons.link("lesson.write", () -> ways.write().accept(model.lesson().id()));
        write.setId("lesson-write");
        card = new Card(title(), scroll).actions(write, contents);
        card.getStyleClass().add("lesson-card");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        VBox.setVgrow(card, javafx.scene.layout.Priority.ALWAYS);
        attached.listen(model.changesProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> {
            if (session.experiment() != null) {
                session.note(document -> SpokenLesson.again(model.lesson(), document));
            }
            refresh();
        });
        attached.listen(ways.projected(), now -> refresh());
        refresh();
    }

    private ObservableValue<String> title() {
        return Bindings.createStringBinding(() -> model.lesson() == null ? Messages.text("lesson.contents")
                : Messages.text("lesson.place", String.valueOf(model.at() + 1), String.valueOf(model.lesson().steps().size())),
                        model.changesProperty(), Messages.languageProperty());
    }

    /** What the window is about while a lesson is open. */
    public ObservableValue<String> windowTitle() {
        return Bindings.createStringBinding(() -> model.lesson() == null ? Messages.text("workspace.lessons")
                : Messages.text("lesson.window", model.text().title()), model.changesProperty(), Messages.languageProperty());
    }

    /** Reads the lessons of the course that comes with the program, once. */
    public void load() {
        if (!asked) {
            asked = true;
            shelf.load(this::refresh);
            work.<List<LessonStore.Opened>>submit("lesson.library",
                    task -> LessonLibrary.course().stream().map(LessonLibrary::read).toList(), read -> {
                        library = read;
                        refresh();
                    }, failure -> problem.accept(Failures.words(failure)));
        }
    }

    /** Opens a lesson: a file, a folder, or the name of a bundled one; the contents where it is empty. */
    public void open(String lesson) {
        if (lesson.isEmpty()) {
            return; // what was open stays open
        }
        work.<LessonStore.Opened>submit("lesson.open", task -> LessonLibrary.ids().contains(lesson) ? LessonLibrary.read(lesson)
                : LessonStore.read(Path.of(lesson)), this::open, failure -> problem.accept(Failures.words(failure)));
    }

    /** Opens a lesson where it was left, be that in an earlier start. */
    public void open(LessonStore.Opened lesson) {
        shelf.whenKnown(() -> model.open(lesson));
    }

    /** Goes on with what was done of a bundled lesson, in a session that is open here already. */
    public void resume(LessonWork saved) {
        work.<LessonStore.Opened>submit("lesson.open", task -> LessonLibrary.read(saved.lesson()), read -> {
            model.resume(read, saved);
            if (!read.content().equals(saved.content())) {
                problem.accept(() -> Messages.text("lesson.other"));
            }
        }, failure -> problem.accept(Failures.words(failure)));
    }

    /** The contents in view. */
    public void contents() {
        model.close();
    }

    /** The card at the left. */
    public Node node() {
        return card;
    }

    /** The bar below. */
    public Node foot() {
        return foot.node();
    }

    /** Whether there is something to run. */
    public ReadOnlyBooleanProperty readyProperty() {
        return model.readyProperty();
    }

    /** Runs what was predicted, or tries the task. */
    public void go() {
        model.go();
    }

    /** To the next step, if this one is done. */
    public void next() {
        if (!foot.next().isDisabled()) {
            model.next();
        }
    }

    /** To the step before. */
    public void back() {
        model.back();
    }

    /** How many frames a run takes, so that it can be watched; 150 as a rule. */
    public void setFrames(int frames) {
        model.run().setFrames(frames);
    }

    /** Once a frame. */
    public void frame() {
        model.run().frame();
    }

    /** Somebody clicked into the plane. */
    public void clicked(double x, double y) {
        if (answer instanceof PlaceAnswer place && model.phase() == LessonModel.Phase.ASKING) {
            place.clicked(x, y);
            mark();
        }
    }

    /** Is told what is to be marked on the plane. */
    public void marking(Consumer<List<PlaneMark>> told) {
        marks = told;
    }

    private void refresh() {
        foot.refresh();
        boolean open = model.lesson() != null;
        contents.setVisible(open);
        write.setVisible(open && !model.isProjected() && LessonLibrary.ids().contains(model.lesson().id()));
        answer = null;
        if (!open) {
            shown = null;
            views.accept(List.of());
            inside.getChildren().setAll(new Contents(model, library, ways).node());
            return;
        }
        boolean focused = card.getScene() != null && isWithin(card.getScene().getFocusOwner());
        StepView view = new StepView(model);
        answer = view.answer();
        List<Node> nodes = new ArrayList<>(List.of(view.node()));
        model.step().controls().stream().map(controls::get).forEach(nodes::add);
        inside.getChildren().setAll(nodes);
        boolean told = model.phase() == LessonModel.Phase.TOLD && shown == model.lesson() && shownAt == model.at();
        offer();
        mark();
        if (view.answer() instanceof ChoiceAnswer choice && choice.poll() != null && model.phase() == LessonModel.Phase.ASKING) {
            choice.poll().begin();
            Platform.runLater(() -> show(view.go())); // once it has its place
        } else if (focused) {
            (view.go() == null || view.go().isDisabled() ? foot.next() : view.go()).requestFocus();
        }
        if (told) {
            Platform.runLater(() -> show(view.node()));
        }
    }

    /** The end of {@code part}, what answers a room or what is revealed, is in view, however long the words above are. */
    private void show(Node part) {
        if (part == null || part.getScene() == null) {
            return; // the step has been left meanwhile
        }
        card.applyCss();
        card.layout();
        Bounds place = inside.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double room = scroll.getViewportBounds().getHeight();
        if (place.getMaxY() > room) {
            scroll.setVvalue((place.getMaxY() + BELOW - room) / (inside.getHeight() - room));
        }
    }

    private boolean isWithin(Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at == card) {
                return true;
            }
        }
        return false;
    }

    /** The views of a step are chosen when it is come to; then the learner may look where they like. */
    private void offer() {
        if (shown == model.lesson() && shownAt == model.at()) {
            return;
        }
        shown = model.lesson();
        shownAt = model.at();
        scroll.setVvalue(0);
        if (StepPlaces.opener(model.lesson().steps(), model.at()) < 0) {
            views.accept(List.of()); // what another lesson has left in view is none of this one's
            return;
        }
        for (int i = model.at(); i >= 0; i--) {
            Step step = model.lesson().steps().get(i);
            if (step.views() != null && !step.views().isEmpty()) {
                views.accept(step.views());
                return;
            }
        }
    }

    private void mark() {
        boolean place = model.lesson() != null && model.step().predict() instanceof Prompt.Place;
        marks.accept(place && model.given() instanceof Given.Clicked said ? List.of(PlaneMark.ring(said.x(), said.y(), FIRST_STYLE))
                : List.of());
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }
}
