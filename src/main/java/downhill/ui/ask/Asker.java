package downhill.ui.ask;

import downhill.analysis.predict.Scorer;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;

/** Asks the models beside the race, and looks for the row among the data; FX thread, but for what its feed does. */
final class Asker {
    private final Feed feed;
    private final Line answers;
    private final Line rows;
    /** These two belong to the thread of the feed. */
    private Scorer scorer;
    private ScoringModel compiled;

    /** @param feed with one thread */
    Asker(Feed feed) {
        this.feed = feed;
        this.answers = feed.line("ask");
        this.rows = feed.line("ask-rows");
    }

    void setActive(boolean on) {
        if (feed.watch(this, on)) {
            feed.forget();
        }
    }

    boolean isActive() {
        return feed.isWatched();
    }

    /** What is asked from now on is of other data or another model. */
    void forget() {
        feed.forget();
    }

    ReadOnlyStringProperty problemProperty() {
        return feed.problemProperty();
    }

    /** Once a frame, before anything is asked. */
    void frame() {
        feed.frame();
    }

    /** Asks, unless that was answered last; {@code key} is all that the answers depend on beside the model. */
    void ask(Object key, ScoringModel model, Supplier<ScoringModel.Question> question, Consumer<List<Answer>> done) {
        if (answers.wants(key, 0)) {
            ScoringModel.Question asked = question.get();
            answers.<List<Answer>>ask(key, task -> asked.ask(scorer(model)), done);
        }
    }

    /** Looks for rows of the data with the values of the question, unless that was done last. */
    void find(Object key, SameRows among, Supplier<ScoringModel.Question> question, Consumer<int[]> done) {
        if (rows.wants(key, 0)) {
            ScoringModel.Question asked = question.get();
            rows.<int[]>ask(key, task -> among.like(asked.row()), done);
        }
    }

    private Scorer scorer(ScoringModel model) {
        if (compiled != model) {
            close();
            scorer = model.compile();
            compiled = model;
        }
        return scorer;
    }

    private void close() {
        if (scorer != null) {
            scorer.close();
            scorer = null;
            compiled = null;
        }
    }

    void dispose() {
        feed.close(this::close);
    }
}
