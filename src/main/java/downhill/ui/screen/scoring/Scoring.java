package downhill.ui.screen.scoring;

import downhill.analysis.predict.Scorer;
import downhill.data.Progress;
import downhill.engine.train.RunState;
import downhill.model.TrainedModel;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.store.ModelStore;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Sheets;
import downhill.ui.fit.Absent;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/** Rows typed in by hand: asks the contenders where they stand, or a saved model, with each change. */
public final class Scoring {
    private static final String ENDING = ModelStore.ENDING.substring(1);
    private static final String TABLE = "csv";

    private final Session session;
    private final ModelFeed feed;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FileChoice files;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;
    private final Subscriptions attached = new Subscriptions();
    private ScoringModel model;
    private ScoringView view;
    private FxExecutor asking;
    private Scorer scorer;

    /** {@code tell} and {@code problem} show one line. */
    public Scoring(Session session, ModelFeed feed, FxExecutor work, Sheets sheets, FileChoice files,
            Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.feed = feed;
        this.work = work;
        this.sheets = sheets;
        this.files = files;
        this.tell = tell;
        this.problem = problem;
    }

    /** Asks the contenders of the open experiment; their answers follow the race. */
    public void open() {
        FitSite site = FitSite.of(session.experiment(), session.dataProperty().get()).orElse(null);
        if (site == null) {
            String why = session.experiment() != null && session.experiment().problem() instanceof Problem.Surface ? "metrics.none.surface"
                    : "metrics.soon.how";
            problem.accept(() -> Messages.text(why));
            return;
        }
        StringBinding about = Bindings.createStringBinding(() -> Messages.text("scoring.about",
                Numbers.count(session.snapshotProperty().get().step())),
                session.snapshotProperty(), Messages.languageProperty());
        show(new ScoringModel(site.model(), site.prepared().preprocessing(), site.outputs(),
                session.dataProperty().get().imported().table()), about);
        attached.add(about::dispose);
        feed.setActive(this, true);
        attached.follow(feed.standpointProperty(), this::follow);
        attached.listen(feed.siteProperty(), now -> {
            if (!site.sameAs(now)) {
                sheets.close();
            }
        });
    }

    private void follow(Standpoint now) {
        model.setCandidates(now == null ? List.of() : Absent.shown(session).stream().map(one -> candidate(one, now.state(one.id())))
                .toList());
        ask();
    }

    private static AskedModel candidate(ContenderSpec one, RunState state) {
        return new AskedModel(one.name(), one.style(), state == null ? null : state.answer());
    }

    /** Asks a person for a saved model and opens it. */
    public void openModel() {
        files.toOpen(ENDING).ifPresent(this::open);
    }

    /** Opens a saved model. */
    public void open(Path file) {
        work.<TrainedModel>submit("scoring.file", task -> ModelStore.read(file), trained -> show(file, trained),
                failure -> problem.accept(Failures.words(failure)));
    }

    /** Asks a person for a file of rows whose values can be taken. */
    private void openRows() {
        files.toOpen(TABLE).ifPresent(this::rows);
    }

    private void dropped(Path file) {
        if (file.getFileName().toString().endsWith(ModelStore.ENDING)) {
            open(file);
        } else {
            rows(file);
        }
    }

    private void rows(Path file) {
        ScoringModel of = model;
        work.<GivenRows>submit("scoring.rows", task -> RowsFile.read(file, of.preprocessing(), Progress.NONE), given -> {
            if (of == model) {
                model.setGiven(given);
                view.showGiven();
            }
        }, failure -> problem.accept(Failures.words(failure)));
    }

    private void show(Path file, TrainedModel trained) {
        String target = trained.preprocessing().target().column();
        show(new ScoringModel(trained.model(), trained.preprocessing(), trained.outputs(), null),
                Messages.binding("scoring.about.file", file.getFileName(), trained.name(), Numbers.count(trained.training().steps()),
                        target));
        model.setCandidates(List.of(new AskedModel(trained.name(), 0, trained.parameters())));
        ask();
    }

    private void show(ScoringModel shown, ObservableValue<String> about) {
        sheets.close();
        model = shown;
        asking = FxExecutor.threads(1, "scoring-work");
        view = new ScoringView(model, about, this::ask);
        sheets.open(Messages.binding("scoring.title"), ScoringView.WIDTH, view.node(),
                view.actions(this::openRows, this::openModel, this::saveModel, sheets::close));
        view.onDropped(this::dropped);
        sheets.onClosed(this::closed);
        attached.listen(Messages.languageProperty(), now -> ask());
    }

    private void closed() {
        feed.setActive(this, false);
        attached.dispose();
        FxExecutor was = asking;
        was.submit("scoring.close", task -> {
            close();
            return null;
        }, done -> was.close(), failure -> was.close());
        asking = null;
        view = null;
        model = null;
    }

    private synchronized void close() {
        if (scorer != null) {
            scorer.close();
            scorer = null;
        }
    }

    private synchronized List<Answer> answers(ScoringModel of, ScoringModel.Question question, String absent) {
        scorer = scorer == null ? of.compile() : scorer;
        return question.ask(scorer, absent);
    }

    private void ask() {
        if (view == null) {
            return;
        }
        view.check();
        if (model.candidates().isEmpty() || !model.isComplete()) {
            view.show(List.of());
            return;
        }
        ScoringModel of = model;
        ScoringModel.Question question = model.question();
        String absent = Messages.text("fit.absent");
        asking.<List<Answer>>submit("scoring", task -> answers(of, question, absent), answers -> {
            if (of == model) {
                view.show(answers);
            }
        }, failure -> problem.accept(Failures.words(failure)));
    }

    /** Offers to save the model of a contender. */
    public void saveModel() {
        SaveModel.open(session, work, sheets, files, tell, problem);
    }
}
